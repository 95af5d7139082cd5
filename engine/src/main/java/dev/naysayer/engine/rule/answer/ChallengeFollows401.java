package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.inconclusive;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.ChallengeField;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;

/** A 401 carries at least one challenge. */
final class ChallengeFollows401 implements Rule {

    private static final RuleInfo INFO = rule("challenge-follows-401", MUST, rfc(9110, "15.5.2"))
            .summary("A 401 says how to authenticate")
            .why(
                    "Without a challenge a client cannot tell which scheme the API accepts; many HTTP libraries report it as an I/O error.")
            .clients(
                    "Browsers and HTTP libraries do not know how to answer; many raise an I/O error, and none tries another credential.")
            .fix("Send WWW-Authenticate with every 401, also from gateways and error handlers.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() != 401) {
            return notApplicable("the status is " + evidence.status());
        }
        if (evidence.field() instanceof ChallengeField.Broken) {
            return inconclusive("the field does not parse");
        }
        return evidence.challenges().isEmpty()
                ? violated("a WWW-Authenticate field with a challenge", Words.shown(evidence.fieldText()))
                : passed();
    }
}
