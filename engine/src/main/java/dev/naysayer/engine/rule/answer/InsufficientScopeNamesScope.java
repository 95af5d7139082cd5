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
final class InsufficientScopeNamesScope implements Rule {

    private static final RuleInfo INFO = rule("insufficient-scope-names-scope", MAY, rfc(6750, "3.1"))
            .summary("insufficient_scope names the scope that would do")
            .why("A client that is told the scope can ask the user for just that; without it, it can only fail.")
            .clients("Without it they cannot ask the user for the missing right, and show a dead end.")
            .fix("Name the scope that the operation needs in the challenge.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<Challenge> challenges = InsufficientScope.challenges(it, evidence);
        if (challenges.isEmpty()) {
            return notApplicable("no challenge says insufficient_scope");
        }
        return challenges.stream().anyMatch(challenge -> challenge.param("scope") != null)
                ? passed()
                : violated("a scope parameter beside error=\"insufficient_scope\"", evidence.fieldText());
    }
}
