package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
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

/** Each line of the field is a list of challenges after the grammar. */
final class ChallengeParses implements Rule {

    private static final RuleInfo INFO = rule("challenge-parses", MUST, rfc(9110, "11.3"))
            .summary("The WWW-Authenticate field is well-formed")
            .why("A client that cannot parse the field ignores it, and with it the reason for the refusal.")
            .clients("They ignore the field, or take half of it for another scheme; then they prompt, loop or give up.")
            .fix("Write the field with a library that knows the grammar, never by joining strings.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.field() instanceof ChallengeField.Broken broken) {
            return violated("a field after the grammar", broken.describe());
        }
        return evidence.challenges().isEmpty() ? notApplicable("there is no challenge") : passed();
    }
}
