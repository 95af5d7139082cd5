package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** The standard lets the code stand alone, and then nobody knows what to do. */
final class StepUpActionable implements Rule {

    private static final RuleInfo INFO = rule("step-up-actionable", ADVICE, rfc(9470, "3"))
            .summary("A demand for another authentication says which")
            .why("A user who logs in again without it is refused again, for the same reason.")
            .clients("They repeat the login that they know, get the same kind of token, and loop or give up.")
            .fix("Add acr_values, max_age or both: what the authorization server has to be asked for.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<Challenge> demands = StepUp.demands(evidence);
        if (demands.isEmpty()) {
            return notApplicable("no other authentication is asked for");
        }
        return demands.stream().allMatch(StepUpActionable::saysWhich)
                ? passed()
                : violated("acr_values or max_age in the challenge", evidence.fieldText());
    }

    private static boolean saysWhich(Challenge demand) {
        return demand.param("acr_values") != null || demand.param("max_age") != null;
    }
}
