package dev.naysayer.engine.run;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Question;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question with what came of it.
 *
 * @param question what was asked
 * @param answer what came back, or null where nothing of the API did
 * @param transcript what went over the wire, or null where nothing did
 */
record Probing(
        Question question,
        @Nullable Answer answer,
        @Nullable Transcript transcript) {

    static Probing of(Question question, Optional<Exchange> exchange) {
        Answer answer = exchange.filter(Exchange.Answered.class::isInstance)
                .map(Exchange.Answered.class::cast)
                .filter(answered -> Outcomes.isOfTheApi(answered.response().status()))
                .map(answered -> new Answer(
                        question.it(), Evidence.of(answered.request(), answered.response()), question.probe()))
                .orElse(null);
        return new Probing(question, answer, exchange.map(Transcript::of).orElse(null));
    }
}
