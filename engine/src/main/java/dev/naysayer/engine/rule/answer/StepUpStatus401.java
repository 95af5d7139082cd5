package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** The standard shows it in its examples only. */
final class StepUpStatus401 implements Rule {

    private static final RuleInfo INFO = rule("step-up-status-401", ADVICE, rfc(9470, "3"))
            .summary("A demand for another authentication is a 401")
            .why("A 403 says that the user has no right; here the user only has to log in in another way.")
            .clients("On a 403 they tell the user that access is denied, and never start the stronger login.")
            .fix("Answer insufficient_user_authentication with 401.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (StepUp.demands(evidence).isEmpty()) {
            return notApplicable("no other authentication is asked for");
        }
        if (it.declaresStatus()) {
            return notApplicable("the suite declares the status itself");
        }
        return evidence.status() == 401
                ? passed()
                : violated(StepUp.CODE + " with 401", "%s with %d".formatted(StepUp.CODE, evidence.status()));
    }
}
