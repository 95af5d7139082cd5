package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;

import dev.naysayer.engine.evidence.ChallengeField;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.Liberty;
import dev.naysayer.engine.rule.Verdict;

/** What the rules about the written form share: a field that parses, and one thing that it had better not do. */
final class ChallengeForm {

    private ChallengeForm() {}

    static Verdict judge(Evidence evidence, Liberty.Kind kind, String expected) {
        if (evidence.field() instanceof ChallengeField.Broken) {
            return notApplicable("the field does not parse");
        }
        if (evidence.challenges().isEmpty()) {
            return notApplicable("there is no challenge");
        }
        return evidence.liberties(kind).stream()
                .findFirst()
                .map(liberty -> violated(expected, liberty.describe()))
                .orElse(passed());
    }
}
