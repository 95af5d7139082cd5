package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one case or comparison says of one cause.
 *
 * @param key the same for hints at the same cause
 * @param kind what it makes of the case; CONFORMING where it only informs
 * @param reason the rule's sentence, or why nothing could be judged, without what that follows from
 */
record Hint(Key key, OutcomeKind kind, String reason, Sighting sighting) {

    /** What a case inherits from another, in front of the reason itself. */
    private static final Pattern INHERITED = Pattern.compile(
            "^(?:(?:the control failed|not sent|not judged): |no source gives a good credential, |because )+");

    /** Which case it was beside, behind the reason itself. */
    private static final Pattern BESIDE = Pattern.compile("\\. The last case before was .*$|, see [^,;]* › [\\w.-]+$");

    /**
     * What tells one cause from another.
     *
     * @param rule null where nothing could be judged
     * @param waiver where the waiver stands that lets it pass, or null
     */
    record Key(
            @Nullable String rule,
            @Nullable String level,
            @Nullable String waiver,
            String expected,
            String seen) {

        /** See {@link Cause#id}. */
        String id() {
            String name = rule == null
                    ? Stream.of(Anchors.slug(seen).split("-", 6)).limit(5).collect(Collectors.joining("-"))
                    : Anchors.slug(rule);
            return name + "-" + Anchors.digest(String.join("\n", rule + level + (waiver != null), expected, seen));
        }
    }

    static Stream<Hint> of(SuiteReport suite) {
        return Stream.concat(
                suite.cases().stream().flatMap(one -> of(suite, one)),
                suite.comparisons().stream().flatMap(one -> of(suite, one)));
    }

    private static Stream<Hint> of(SuiteReport suite, ReportedCase one) {
        CaseOutcome outcome = one.outcome();
        boolean must = outcome.violations().stream().anyMatch(Hint::isMust);
        Stream<Hint> broken = outcome.violations().stream()
                .map(it -> broken(kind(outcome.kind(), must, it), it, Sighting.of(suite, one, it)));
        String reason = outcome.reason();
        return reason == null || isCalm(outcome.kind())
                ? broken
                : Stream.concat(Stream.of(unjudged(outcome.kind(), reason, Sighting.of(suite, one, null))), broken);
    }

    private static boolean isCalm(OutcomeKind kind) {
        return kind == OutcomeKind.CONFORMING || kind == OutcomeKind.WAIVED || kind == OutcomeKind.NOT_APPLICABLE;
    }

    private static Stream<Hint> of(SuiteReport suite, ReportedComparison one) {
        ComparisonOutcome outcome = one.outcome();
        Finding finding = outcome.finding();
        if (finding.violated()) {
            OutcomeKind kind = kind(outcome.kind(), isMust(finding), finding);
            return Stream.of(broken(kind, finding, Sighting.of(suite, one, finding)));
        }
        return switch (outcome.kind()) {
            case INCONCLUSIVE, MISCONFIGURED, NOT_OBTAINABLE ->
                Stream.of(unjudged(outcome.kind(), String.valueOf(finding.reason()), Sighting.of(suite, one, null)));
            default -> Stream.of();
        };
    }

    private static boolean isMust(Finding finding) {
        return finding.level().equals("MUST") && !finding.isWaived();
    }

    /** A SHOULD makes nothing red beside a MUST, and where it does so by itself the run is strict. */
    private static OutcomeKind kind(OutcomeKind outcome, boolean must, Finding finding) {
        if (finding.isWaived()) {
            return OutcomeKind.WAIVED;
        }
        return switch (finding.level()) {
            case "MUST" -> OutcomeKind.VIOLATION;
            case "SHOULD", "security advice" ->
                outcome == OutcomeKind.VIOLATION && !must ? OutcomeKind.VIOLATION : OutcomeKind.WARNING;
            default -> OutcomeKind.CONFORMING;
        };
    }

    private static Hint broken(OutcomeKind kind, Finding finding, Sighting sighting) {
        Key key = new Key(
                finding.rule(),
                finding.level(),
                finding.waiver() == null ? null : finding.waiver().place(),
                Seen.folded(Objects.requireNonNullElse(finding.expected(), "")),
                Seen.folded(Objects.requireNonNullElse(finding.actual(), "")));
        return new Hint(key, kind, finding.summary(), sighting);
    }

    private static Hint unjudged(OutcomeKind kind, String reason, Sighting sighting) {
        String first = reason.lines().findFirst().orElse("");
        String itself =
                BESIDE.matcher(INHERITED.matcher(first).replaceFirst("")).replaceFirst("");
        return new Hint(new Key(null, null, null, "", Seen.folded(itself)), kind, itself, sighting);
    }
}
