package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.ApiClient;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.OwnFault;
import dev.naysayer.engine.rule.Rules;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Question;
import java.util.List;

/**
 * One case from its plan to its outcome. Read this first.
 *
 * @param answers keeps what came back of each case that could be judged
 */
record CaseRun(Credentials credentials, ApiClient api, Outcomes outcomes, Answers answers) {

    CaseOutcome run(ContractCase it) {
        try {
            Presented presented = present(it);
            return presented instanceof Presented.Ready ready
                    ? judged(it, ready.credential())
                    : outcomes.unpresented(it, presented);
        } catch (Throwable e) {
            // Whoever loses an outcome loses all that the report could have told, so this takes errors, too.
            return outcomes.inconclusive(it, OwnFault.words(e));
        }
    }

    /** Sends a request that no case of the suite is, and judges nothing. */
    Probing ask(Question question) {
        ContractCase it = question.it();
        Presented presented = present(it);
        if (presented instanceof Presented.Ready ready) {
            return Probing.of(question, api.send(it.operation(), ready.credential()));
        }
        return presented instanceof Presented.Failed failed
                ? Probing.failed(question, failed.reason())
                : Probing.unsent(question, ((Presented.Unobtainable) presented).reason());
    }

    private Presented present(ContractCase it) {
        return credentials.present(it.condition().applyTo(it.good()));
    }

    private CaseOutcome judged(ContractCase it, Credential credential) {
        Exchange exchange = api.send(it.operation(), credential);
        if (!(exchange instanceof Exchange.Answered answered)) {
            return outcomes.of(it, exchange, none -> List.of());
        }
        try {
            return judged(it, answered);
        } catch (Throwable e) {
            return outcomes.failed(it, exchange, OwnFault.words(e));
        }
    }

    private CaseOutcome judged(ContractCase it, Exchange.Answered answered) {
        Evidence evidence = Evidence.of(answered.request(), answered.response(), answers.baseline(it));
        CaseOutcome outcome = outcomes.of(it, answered, same -> Rules.judge(it, evidence));
        if (outcome.kind() != OutcomeKind.INCONCLUSIVE) {
            answers.keep(Answer.of(it, evidence));
        }
        return outcome;
    }
}
