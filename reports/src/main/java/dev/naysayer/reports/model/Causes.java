package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all suites of a run show, grouped by cause: by the rule and what was seen, or by why nothing could be judged. */
final class Causes {

    private static final List<String> LEVELS = List.of("MUST", "SHOULD", "security advice", "MAY", "advice");

    /** What a case inherits from another, in front of the reason itself. */
    private static final Pattern INHERITED = Pattern.compile(
            "^(?:(?:the control failed|not sent|not judged): |no source gives a good credential, |because )+");

    /** Which case it was beside, behind the reason itself. */
    private static final Pattern BESIDE = Pattern.compile("\\. The last case before was .*$|, see [^,;]* › [\\w.-]+$");

    /** MUST before SHOULD; what could not be judged stands between them, since it may hide the one or the other. */
    private static final Comparator<Cause> WEIGHTIEST_FIRST = Comparator.<Cause>comparingInt(it -> urgency(it.kind()))
            .thenComparingInt(it -> it.level() == null ? 0 : LEVELS.indexOf(it.level()))
            .thenComparing(
                    Comparator.comparingInt((Cause it) -> it.sightings().size()).reversed());

    private Causes() {}

    /** The weightiest first: by what it makes of a case, by level, and by how many show it. */
    static List<Cause> of(List<SuiteReport> suites) {
        Map<String, Integer> refusals =
                suites.stream().collect(Collectors.toMap(SuiteReport::name, SuiteReport::refusals, Integer::sum));
        return suites.stream()
                .flatMap(Causes::hints)
                .collect(Collectors.groupingBy(Hint::key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(hints -> cause(hints, refusals))
                .sorted(WEIGHTIEST_FIRST)
                .toList();
    }

    /** What one case or comparison says of one cause. */
    private record Hint(Key key, OutcomeKind kind, String reason, Sighting sighting) {}

    /** The same for hints at the same cause. */
    private record Key(@Nullable String rule, @Nullable String level, String expected, String seen) {

        String id() {
            String name = rule == null
                    ? Stream.of(Anchors.slug(seen).split("-"))
                            .filter(word -> !word.isEmpty())
                            .limit(5)
                            .collect(Collectors.joining("-"))
                    : Anchors.slug(rule);
            String text =
                    Stream.of(rule, level, expected, seen).map(String::valueOf).collect(Collectors.joining("\n"));
            return name + "-" + Anchors.digest(text);
        }
    }

    private static Stream<Hint> hints(SuiteReport suite) {
        return Stream.concat(
                suite.cases().stream().flatMap(one -> hints(suite, one)),
                suite.comparisons().stream().flatMap(one -> hints(suite, one)));
    }

    private static Stream<Hint> hints(SuiteReport suite, ReportedCase one) {
        CaseOutcome outcome = one.outcome();
        boolean must = outcome.violations().stream().anyMatch(it -> it.level().equals("MUST"));
        Stream<Hint> broken = outcome.violations().stream()
                .map(it -> broken(kind(outcome.kind(), must, it), it, Sighting.of(suite, one, it)));
        String reason = outcome.reason();
        return reason == null || isCalm(outcome.kind())
                ? broken
                : Stream.concat(Stream.of(unjudged(outcome.kind(), reason, Sighting.of(suite, one, null))), broken);
    }

    private static boolean isCalm(OutcomeKind kind) {
        return kind == OutcomeKind.CONFORMING || kind == OutcomeKind.NOT_APPLICABLE;
    }

    private static Stream<Hint> hints(SuiteReport suite, ReportedComparison one) {
        ComparisonOutcome outcome = one.outcome();
        Finding finding = outcome.finding();
        if (finding.violated()) {
            boolean must = finding.level().equals("MUST");
            return Stream.of(broken(kind(outcome.kind(), must, finding), finding, Sighting.of(suite, one, finding)));
        }
        return switch (outcome.kind()) {
            case INCONCLUSIVE, MISCONFIGURED, NOT_OBTAINABLE ->
                Stream.of(unjudged(outcome.kind(), String.valueOf(finding.reason()), Sighting.of(suite, one, null)));
            default -> Stream.of();
        };
    }

    /** A SHOULD makes nothing red beside a MUST, and where it does so by itself the run is strict. */
    private static OutcomeKind kind(OutcomeKind outcome, boolean must, Finding finding) {
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
                Seen.folded(Objects.requireNonNullElse(finding.expected(), "")),
                Seen.folded(Objects.requireNonNullElse(finding.actual(), "")));
        return new Hint(key, kind, finding.summary(), sighting);
    }

    private static Hint unjudged(OutcomeKind kind, String reason, Sighting sighting) {
        String first = reason.lines().findFirst().orElse("");
        String itself =
                BESIDE.matcher(INHERITED.matcher(first).replaceFirst("")).replaceFirst("");
        return new Hint(new Key(null, null, "", Seen.folded(itself)), kind, itself, sighting);
    }

    private static Cause cause(List<Hint> hints, Map<String, Integer> refusals) {
        Hint first = hints.get(0);
        List<Sighting> sightings = hints.stream().map(Hint::sighting).toList();
        Finding finding = first.sighting().finding();
        OutcomeKind kind =
                hints.stream().map(Hint::kind).min(Counts.WORST_FIRST).orElseThrow();
        String summary =
                finding == null ? Seen.common(hints.stream().map(Hint::reason).toList()) : finding.summary();
        return new Cause(
                first.key().id(),
                kind,
                mover(summary, sightings),
                summary,
                common(sightings, Finding::expected),
                common(sightings, Finding::actual),
                finding,
                sightings,
                isEverywhere(sightings, refusals));
    }

    private static @Nullable String common(List<Sighting> sightings, Function<Finding, @Nullable String> part) {
        List<String> texts = sightings.stream()
                .map(Sighting::finding)
                .filter(Objects::nonNull)
                .map(part)
                .filter(Objects::nonNull)
                .toList();
        return texts.isEmpty() ? null : Seen.common(texts);
    }

    private static Mover mover(String summary, List<Sighting> sightings) {
        if (sightings.get(0).finding() == null) {
            return Mover.ofUnjudged(summary);
        }
        // What all answers have in common is written where all of them pass.
        boolean common = sightings.stream().map(Sighting::comparison).anyMatch(it -> it != null && it.isShared());
        return common ? Mover.GATEWAY : Mover.API;
    }

    private static boolean isEverywhere(List<Sighting> sightings, Map<String, Integer> refusals) {
        if (sightings.stream().allMatch(Causes::isOfAllAnswers)) {
            return true;
        }
        Map<String, Long> seen = sightings.stream()
                .filter(it -> it.one() != null && it.finding() != null)
                .collect(Collectors.groupingBy(Sighting::suite, Collectors.counting()));
        return !seen.isEmpty()
                && seen.entrySet().stream()
                        .allMatch(it ->
                                it.getValue() > 1 && it.getValue().intValue() == refusals.getOrDefault(it.getKey(), 0));
    }

    private static boolean isOfAllAnswers(Sighting it) {
        return it.comparison() != null
                && it.finding() != null
                && it.finding().actual() != null
                && it.finding().actual().startsWith("all ");
    }

    private static int urgency(OutcomeKind kind) {
        return switch (kind) {
            case VIOLATION -> 0;
            case INCONCLUSIVE, MISCONFIGURED -> 1;
            case WARNING -> 2;
            case NOT_OBTAINABLE -> 3;
            case CONFORMING, NOT_APPLICABLE -> 4;
        };
    }
}
