package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MAY;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Fate;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** Nothing was opened that is closed to anybody, so no rule about letting in is broken. */
final class CredentialNotPassedOver implements FateRule {

    private static final RuleInfo INFO = rule("credential-not-passed-over", SECURITY_ADVICE, rfc(9110, "11.4"))
            .summary("A bad credential is refused also where none is needed")
            .why(
                    "Who logged in is served as a stranger, and nothing tells that the credential has expired or is wrong.")
            .clients("They go on with a credential that is no good, and show their users less than is theirs.")
            .fix(
                    "Judge each credential that is presented, whether one is required or optional, and answer 401 if it is bad: never go on as if none had come.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (it.condition().info().positive()
                || it.declaresAdmission()
                || it.admission().level() == MAY) {
            return notApplicable("the API may let this credential in");
        }
        if (!it.condition().info().authenticates()) {
            return notApplicable("no credential was presented");
        }
        return Fate.isPassedOver(it, evidence) ? violated("a refusal", Fate.passedOver(evidence.status())) : passed();
    }
}
