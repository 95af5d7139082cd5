package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.ApiClient;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rules;

/** One case from its plan to its outcome. Read this first. */
record CaseRun(Credentials credentials, ApiClient api, Outcomes outcomes) {

    CaseOutcome run(ContractCase it) {
        Presented presented = credentials.present(it.condition().applyTo(it.good()));
        return presented instanceof Presented.Ready ready
                ? judged(it, ready.credential())
                : outcomes.unpresented(it, presented);
    }

    private CaseOutcome judged(ContractCase it, Credential credential) {
        Exchange exchange = api.send(it.operation(), credential);
        return outcomes.of(
                it, exchange, answered -> Rules.judge(it, Evidence.of(answered.request(), answered.response())));
    }
}
