package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MAY;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** Allowed by the standard, and told for information where it is left out. */
final class StepUpNamesScope implements Rule {

    private static final String CONDITION = "weaker-login-without-scope";

    private static final RuleInfo INFO = rule("step-up-names-scope", MAY, rfc(9470, "3"))
            .summary("A demand for another authentication names the scope that is missing as well")
            .why("A user who has logged in once more is sent away again, to grant the scope that nobody spoke of.")
            .clients("They ask the authorization server twice, and the user twice.")
            .fix("Add scope to the challenge where the token lacks it, too.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(ContractCase it) {
        return CONDITION.equals(it.condition().info().name());
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!concerns(it)) {
            return notApplicable("the rule is about other credentials");
        }
        List<Challenge> demands = StepUp.demands(evidence);
        if (demands.isEmpty()) {
            return notApplicable("no other authentication is asked for");
        }
        return demands.stream().anyMatch(StepUpNamesScope::namesScope)
                ? passed()
                : violated("scope beside acr_values or max_age", evidence.fieldText());
    }

    private static boolean namesScope(Challenge demand) {
        String scope = demand.param("scope");
        return scope != null && !scope.isBlank();
    }
}
