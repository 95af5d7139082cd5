package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** Of all schemes, Basic cannot do without. */
final class BasicRealmRequired implements Rule {

    private static final RuleInfo INFO = rule("basic-realm-required", MUST, rfc(7617, "2"))
            .summary("A Basic challenge names its realm")
            .why("Without a realm nobody is told whose password is wanted.")
            .clients("Browsers show a dialog without a name or none at all, and stores of passwords find nothing.")
            .fix("Name the realm in every Basic challenge.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<Challenge> challenges = evidence.challenges("Basic");
        if (challenges.isEmpty()) {
            return notApplicable("there is no Basic challenge");
        }
        return challenges.stream().allMatch(challenge -> challenge.param("realm") != null)
                ? passed()
                : violated("a realm behind Basic", evidence.fieldText());
    }
}
