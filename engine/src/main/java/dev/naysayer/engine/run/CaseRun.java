package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.ApiClient;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Redactor;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rules;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Question;
import java.util.List;

/**
 * One case from its plan to its outcome. Read this first.
 *
 * @param answers keeps what came back of each case that could be judged
 * @param redactor that of the run
 */
record CaseRun(Credentials credentials, ApiClient api, Outcomes outcomes, Answers answers, Redactor redactor) {

    CaseOutcome run(ContractCase it) {
        Presented presented = present(it);
        return presented instanceof Presented.Ready ready
                ? judged(it, ready.credential())
                : outcomes.unpresented(it, presented);
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
        Presented presented = credentials.present(it.condition().applyTo(it.good()));
        // A source tells what it was told, and that may repeat what was sent.
        return presented instanceof Presented.Failed failed
                ? new Presented.Failed(redactor.redact(failed.reason()))
                : presented;
    }

    private CaseOutcome judged(ContractCase it, Credential credential) {
        Exchange exchange = api.send(it.operation(), credential);
        if (!(exchange instanceof Exchange.Answered answered)) {
            return outcomes.of(it, exchange, none -> List.of());
        }
        Evidence evidence = Evidence.of(answered.request(), answered.response(), answers.baseline(it));
        CaseOutcome outcome = outcomes.of(it, exchange, same -> Rules.judge(it, evidence));
        if (outcome.kind() != OutcomeKind.INCONCLUSIVE) {
            answers.keep(Answer.of(it, evidence));
        }
        return outcome;
    }
}
