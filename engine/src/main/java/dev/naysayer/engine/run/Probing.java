package dev.naysayer.engine.run;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question with what came of it.
 *
 * @param answer what came back, or null where nothing of the API did
 * @param transcript what went over the wire, or null where nothing did
 * @param unsent why it was not sent and need not be, {@code GET /orders › no-token was not sent: …}; null where it was
 * @param lack why there is no answer although there should be one, in the same words; null where nothing is lacking
 * @param mover whose move it is where an answer is lacking; null elsewhere
 */
record Probing(
        @Nullable Answer answer,
        @Nullable Transcript transcript,
        @Nullable String unsent,
        @Nullable String lack,
        @Nullable Mover mover) {

    /** A credential that no source can make, or no way to send it: no answer is owed. */
    static Probing unsent(Question question, String reason) {
        return new Probing(null, null, words(question, "was not sent", reason), null, null);
    }

    /** A source that should have made the credential did not. */
    static Probing failed(Question question, String reason, Mover mover) {
        return lacking(null, words(question, "could not be sent", reason), mover);
    }

    /** Nothing of the API came, and it is not sent again. */
    static Probing unanswered(Question question, String reason, Mover mover) {
        return lacking(null, words(question, "was not answered", reason), mover);
    }

    private static Probing lacking(@Nullable Transcript transcript, String lack, Mover mover) {
        return new Probing(null, transcript, null, lack, mover);
    }

    static Probing of(Question question, Exchange exchange) {
        if (exchange instanceof Exchange.Unsendable unsendable) {
            return failed(question, unsendable.reason(), Mover.SUITE);
        }
        if (exchange instanceof Exchange.NotApplicable none) {
            return unsent(question, none.reason());
        }
        Transcript transcript = Transcript.of(exchange, keepsBody(question));
        if (exchange instanceof Exchange.Unanswered nothing) {
            return lacking(transcript, words(question, "was not answered", nothing.reason()), nothing.mover());
        }
        if (exchange instanceof Exchange.Unread beyond) {
            return lacking(transcript, words(question, "cannot be judged", beyond.reason()), Mover.GATEWAY);
        }
        Exchange.Answered answered = (Exchange.Answered) exchange;
        int status = answered.response().status();
        if (!Outcomes.isOfTheApi(status) && !question.it().expects(status)) {
            return lacking(
                    transcript,
                    words(question, "was not answered by the API", String.valueOf(status)),
                    Outcomes.mover(status));
        }
        Evidence evidence = Evidence.of(answered.request(), answered.response());
        Evidence kept = question.probe() == Probe.AGAIN ? LeanEvidence.of(evidence, evidence.counterparts()) : evidence;
        return new Probing(
                new Answer(question.it(), kept, question.probe(), answered.took()), transcript, null, null, null);
    }

    /** The same, and why earlier tries say nothing. */
    Probing after(List<String> earlier) {
        return transcript == null || earlier.isEmpty()
                ? this
                : new Probing(answer, transcript.after(earlier), unsent, lack, mover);
    }

    /** The same, after which nothing more is sent for this reason, if there is one. */
    Probing last(@Nullable String end) {
        return end == null ? this : new Probing(answer, transcript, unsent, lack + "; " + end, mover);
    }

    /** Metadata is there for everybody. */
    private static boolean keepsBody(Question question) {
        return question.probe() == Probe.RESOURCE_METADATA
                || question.it().suite().keepBodies() != null;
    }

    private static String words(Question question, String what, String reason) {
        return "%s %s: %s".formatted(question.name(), what, reason);
    }
}
