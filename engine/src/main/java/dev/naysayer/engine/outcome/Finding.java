package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.rule.Judgement;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of one case, with the words a reader needs to understand it.
 *
 * @param rule the rule's id, {@code challenge-follows-401}
 * @param level {@code MUST}, {@code SHOULD}, {@code security advice}, {@code MAY} or {@code advice}
 * @param profile the profile that makes the rule apply, {@code rfc6750}, or {@code the suite} where it sets the level
 * @param because the reason why the level is another than the rule's own, or null where it is that
 * @param source {@code RFC 6750 section 3.1}, or {@code orders.auth.yaml:14} where the suite itself declares it
 * @param link the section's address, or null where the source is the suite
 * @param summary one plain sentence that is true when the API is right
 * @param why what a person loses when it is broken; only when violated, as are the next two
 * @param clients what clients do with an answer that breaks it
 * @param fix how it is mended, in general terms
 * @param verdict {@code passed}, {@code violated}, {@code not applicable} or {@code inconclusive}
 * @param expected only when violated
 * @param actual only when violated
 * @param reason only when not applicable or inconclusive
 * @param waiver by which it passes although it is violated, or null where none lets it
 */
public record Finding(
        String rule,
        String level,
        String profile,
        @Nullable String because,
        String source,
        @Nullable String link,
        String summary,
        @Nullable String why,
        @Nullable String clients,
        @Nullable String fix,
        String verdict,
        @Nullable String expected,
        @Nullable String actual,
        @Nullable String reason,
        @Nullable Waived waiver) {

    static final String PASSED = "passed";
    static final String VIOLATED = "violated";
    static final String NOT_APPLICABLE = "not applicable";

    /** One that nothing waives. */
    public Finding(
            String rule,
            String level,
            String profile,
            @Nullable String because,
            String source,
            @Nullable String link,
            String summary,
            @Nullable String why,
            @Nullable String clients,
            @Nullable String fix,
            String verdict,
            @Nullable String expected,
            @Nullable String actual,
            @Nullable String reason) {
        this(
                rule, level, profile, because, source, link, summary, why, clients, fix, verdict, expected, actual,
                reason, null);
    }

    /**
     * What a rule says, with its words.
     *
     * @param profile what makes it apply, or declares what it asks for
     * @param source where that is written down
     */
    static Finding of(Judgement judgement, String profile, String source) {
        RuleInfo rule = judgement.rule();
        return new Finding(
                        rule.id(),
                        judgement.level().toString(),
                        profile,
                        judgement.standing().because(),
                        source,
                        judgement.source().link(),
                        rule.summary(),
                        null,
                        null,
                        null,
                        PASSED,
                        null,
                        null,
                        null)
                .with(judgement.verdict(), RuleWords.of(rule));
    }

    /**
     * The same rule with another verdict.
     *
     * @param words the rule's own
     */
    public Finding with(Verdict other, RuleWords words) {
        // A long run has a hundred rules for each case, and nobody reads of those that are kept what breaking them
        // costs.
        Verdict.Violated broken = other instanceof Verdict.Violated it ? it : null;
        return new Finding(
                rule,
                level,
                profile,
                because,
                source,
                link,
                summary,
                broken == null ? null : words.why(),
                broken == null ? null : words.clients(),
                broken == null ? null : words.fix(),
                word(other),
                broken == null ? null : VisibleText.lines(broken.expected()),
                broken == null ? null : VisibleText.lines(broken.actual()),
                reason(other));
    }

    /** The same verdict in other words. */
    public Finding saying(@Nullable String otherExpected, @Nullable String otherActual, @Nullable String otherReason) {
        return new Finding(
                rule,
                level,
                profile,
                because,
                source,
                link,
                summary,
                why,
                clients,
                fix,
                verdict,
                otherExpected,
                otherActual,
                otherReason,
                waiver);
    }

    /** The same, and by which waiver it passes; only what is violated does. */
    public Finding waivedBy(@Nullable Waived by) {
        return violated()
                ? new Finding(
                        rule, level, profile, because, source, link, summary, why, clients, fix, verdict, expected,
                        actual, reason, by)
                : this;
    }

    /** The same without what it quotes of bodies that are withheld; a verdict that an answer breaks nothing quotes none. */
    Finding about(List<Evidence> withheld) {
        return isLoud()
                ? saying(unquoted(expected, withheld), unquoted(actual, withheld), unquoted(reason, withheld))
                : this;
    }

    private static @Nullable String unquoted(@Nullable String text, List<Evidence> withheld) {
        return text == null ? null : WithheldBody.unquoted(text, withheld);
    }

    private static String word(Verdict verdict) {
        if (verdict instanceof Verdict.Violated) {
            return VIOLATED;
        }
        if (verdict instanceof Verdict.NotApplicable) {
            return NOT_APPLICABLE;
        }
        return verdict instanceof Verdict.Inconclusive ? "inconclusive" : PASSED;
    }

    private static @Nullable String reason(Verdict verdict) {
        if (verdict instanceof Verdict.NotApplicable silent) {
            return VisibleText.reason(silent.reason());
        }
        return verdict instanceof Verdict.Inconclusive undecided ? VisibleText.reason(undecided.reason()) : null;
    }

    /** Whether a reader of the case has to see it: the rule is broken, or could not decide. */
    boolean isLoud() {
        return !verdict.equals(PASSED) && !verdict.equals(NOT_APPLICABLE);
    }

    public boolean violated() {
        return verdict.equals(VIOLATED);
    }

    /** Whether a rule is broken and somebody answers for it. */
    public boolean isWaived() {
        return waiver != null;
    }

    /**
     * Whether a rule is broken whose level makes a case red, and no waiver lets it.
     *
     * @param strict whether a SHOULD or security advice does so, too
     */
    public boolean fails(boolean strict) {
        return violated() && !isWaived() && Level.named(level).fails(strict);
    }

    /** Whether a rule is broken whose level is told loudly where it does not fail, and no waiver lets it. */
    boolean warns() {
        return violated() && !isWaived() && Level.named(level).warns();
    }

    /**
     * Whether a waiver changes what becomes of the case.
     *
     * @param strict as in {@link #fails}
     */
    boolean isSaved(boolean strict) {
        return isWaived()
                && (Level.named(level).fails(strict) || Level.named(level).warns());
    }
}
