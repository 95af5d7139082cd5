package dev.naysayer.engine.outcome;

import org.jspecify.annotations.Nullable;

/**
 * A finding as it is written down: without the words that its rule has anyway.
 *
 * @param rule the rule's id
 * @param verdict as in {@link Finding}
 * @param expected only when violated
 * @param actual only when violated
 * @param reason only when not applicable or inconclusive
 * @param instead how binding it is here and by whom, or null where that is as the rule itself says
 * @param waiver as in {@link Finding}
 */
public record FindingForm(
        String rule,
        String verdict,
        @Nullable String expected,
        @Nullable String actual,
        @Nullable String reason,
        @Nullable Binding instead,
        @Nullable Waived waiver) {

    /**
     * How binding a rule is.
     *
     * @param level as in {@link Finding}
     * @param profile as in {@link Finding}
     * @param because as in {@link Finding}
     * @param source as in {@link Finding}
     * @param link as in {@link Finding}
     */
    public record Binding(
            String level,
            String profile,
            @Nullable String because,
            String source,
            @Nullable String link) {

        static Binding of(Finding finding) {
            return new Binding(finding.level(), finding.profile(), finding.because(), finding.source(), finding.link());
        }

        static Binding of(RuleWords words) {
            return new Binding(words.level(), words.profile(), null, words.source(), words.link());
        }
    }

    /** What a finding says beside its rule's words. */
    public static FindingForm of(Finding finding, RuleWords words) {
        Binding here = Binding.of(finding);
        return new FindingForm(
                finding.rule(),
                finding.verdict(),
                finding.expected(),
                finding.actual(),
                finding.reason(),
                here.equals(Binding.of(words)) ? null : here,
                finding.waiver());
    }

    /** The whole finding. */
    public Finding with(RuleWords words) {
        Binding bound = instead == null ? Binding.of(words) : instead;
        boolean violated = verdict.equals(Finding.VIOLATED);
        return new Finding(
                rule,
                bound.level(),
                bound.profile(),
                bound.because(),
                bound.source(),
                bound.link(),
                words.summary(),
                violated ? words.why() : null,
                violated ? words.clients() : null,
                violated ? words.fix() : null,
                verdict,
                expected,
                actual,
                reason,
                waiver);
    }
}
