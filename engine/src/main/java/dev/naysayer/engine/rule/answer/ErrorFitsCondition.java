package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** The code against the condition's own default, where the suite is silent. */
final class ErrorFitsCondition implements Rule {

    private static final RuleInfo INFO = rule("error-fits-condition", SHOULD, rfc(6750, "3.1"))
            .summary("The error code says what is wrong with the credential")
            .why("Clients decide from this code whether to refresh the token, ask for more rights, or give up.")
            .clients(
                    "On invalid_token they refresh once and try again, on insufficient_scope they ask for rights; on anything else they give up.")
            .fix("Map each reason for a refusal to its registered code, in the place where it is detected.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (it.declaresError()) {
            return notApplicable("the suite declares the error code itself");
        }
        if (StepUpErrorCode.isAbout(it)) {
            return notApplicable("a rule of its own judges the code");
        }
        return it.expectation().expectsNoError()
                ? notApplicable("no error code is expected")
                : ErrorCode.judge(it, evidence);
    }
}
