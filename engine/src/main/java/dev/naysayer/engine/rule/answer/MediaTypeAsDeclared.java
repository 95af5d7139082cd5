package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.dsl.Declared;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;

/** The type and subtype against the suite; parameters do not count. */
final class MediaTypeAsDeclared implements Rule {

    private static final RuleInfo INFO = rule("media-type-as-declared", MUST, SpecReference.SUITE)
            .summary("The media type is the one that the suite declares")
            .why("Clients choose their parser by it, and the contract promised one.")
            .clients("They pick their parser by it, so a body of another type is never read.")
            .fix("Set the declared Content-Type wherever a refusal is written.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.of(it.promise().mediaType());
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        String declared = Declared.valueOf(it.promise().mediaType());
        if (declared == null) {
            return notApplicable("the suite declares no media type");
        }
        if (evidence.answersHead()) {
            return notApplicable("an answer to HEAD has no body");
        }
        String actual = evidence.body().mediaType();
        return declared.equalsIgnoreCase(actual)
                ? passed()
                : violated(declared, actual == null ? "no Content-Type" : actual);
    }
}
