package dev.naysayer.reports.model;

import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.standard.Level;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one case or comparison says of one cause.
 *
 * @param key the same for hints at the same cause
 * @param kind what it makes of the case; CONFORMING where it only informs
 * @param mover whose move it is
 * @param reason the rule's sentence, or why nothing could be judged, without what that follows from
 */
record Hint(Key key, OutcomeKind kind, Mover mover, String reason, Sighting sighting) {

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
                : Stream.concat(
                        Stream.of(unjudged(outcome.kind(), outcome.move(), reason, Sighting.of(suite, one, null))),
                        broken);
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
                Stream.of(unjudged(
                        outcome.kind(),
                        outcome.move(),
                        String.valueOf(finding.reason()),
                        Sighting.of(suite, one, null)));
            default -> Stream.of();
        };
    }

    private static boolean isMust(Finding finding) {
        return Level.named(finding.level()) == Level.MUST && !finding.isWaived();
    }

    /** A SHOULD makes nothing red beside a MUST, and where it does so by itself the run is strict. */
    private static OutcomeKind kind(OutcomeKind outcome, boolean must, Finding finding) {
        if (finding.isWaived()) {
            return OutcomeKind.WAIVED;
        }
        return switch (Level.named(finding.level())) {
            case MUST -> OutcomeKind.VIOLATION;
            case SHOULD, SECURITY_ADVICE ->
                outcome == OutcomeKind.VIOLATION && !must ? OutcomeKind.VIOLATION : OutcomeKind.WARNING;
            case MAY, ADVICE -> OutcomeKind.CONFORMING;
        };
    }

    private static Hint broken(OutcomeKind kind, Finding finding, Sighting sighting) {
        Key key = new Key(
                finding.rule(),
                finding.level(),
                finding.waiver() == null ? null : finding.waiver().place(),
                Seen.folded(Objects.requireNonNullElse(finding.expected(), "")),
                Seen.folded(Objects.requireNonNullElse(finding.actual(), "")));
        boolean ofAll = sighting.comparison() != null && sighting.comparison().isShared();
        return new Hint(key, kind, ofAll ? Mover.GATEWAY : Mover.API, finding.summary(), sighting);
    }

    private static Hint unjudged(OutcomeKind kind, @Nullable Move move, String reason, Sighting sighting) {
        String told = move == null || move.because() == null ? reason : move.because();
        String itself = told.lines().findFirst().orElse("");
        return new Hint(
                new Key(null, null, null, "", Seen.folded(itself)),
                kind,
                move == null ? Mover.UNKNOWN : move.mover(),
                itself,
                sighting);
    }
}
