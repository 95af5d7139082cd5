package dev.naysayer.reports.model;

import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseId;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.reports.change.Change;
import dev.naysayer.reports.change.ChangeKind;
import dev.naysayer.reports.change.Changes;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What all suites of a run show, grouped by cause: by the rule and what was seen, or by why nothing could be judged. */
final class Causes {

    /** MUST before SHOULD; what could not be judged stands between them, since it may hide the one or the other. */
    private static final Comparator<Cause> WEIGHTIEST_FIRST = Comparator.<Cause>comparingInt(it -> urgency(it.kind()))
            .thenComparing(it -> it.level() == null ? Level.MUST : Level.named(it.level()))
            .thenComparingInt(it -> it.isNew() ? 0 : 1)
            .thenComparing(
                    Comparator.comparingInt((Cause it) -> it.sightings().size()).reversed());

    private final Map<String, Integer> refusals;
    private final Set<FindingId> newFindings;
    private final Set<CaseId> newlyUnjudged;

    private Causes(List<SuiteReport> suites, @Nullable Changes changes) {
        refusals = suites.stream().collect(Collectors.toMap(SuiteReport::name, SuiteReport::refusals, Integer::sum));
        List<Change> all = changes == null ? List.of() : changes.all();
        newFindings = all.stream()
                .filter(it -> it.kind() == ChangeKind.NEW)
                .map(Change::findingId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        newlyUnjudged = all.stream()
                .filter(it -> it.kind() == ChangeKind.NEWLY_INCONCLUSIVE)
                .map(Change::caseId)
                .collect(Collectors.toSet());
    }

    /**
     * The weightiest first: by what it makes of a case, by level, what is new before what is known, and by how many show it.
     *
     * @param changes since an earlier run, or null where nothing is known of one
     */
    static List<Cause> of(List<SuiteReport> suites, @Nullable Changes changes) {
        Causes causes = new Causes(suites, changes);
        return suites.stream()
                .flatMap(Hint::of)
                .collect(Collectors.groupingBy(Hint::key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(causes::cause)
                .sorted(WEIGHTIEST_FIRST)
                .toList();
    }

    private boolean isNew(Sighting it) {
        FindingId id = it.id();
        return id == null ? newlyUnjudged.contains(it.caseId()) : newFindings.contains(id);
    }

    private Cause cause(List<Hint> hints) {
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
                mover(hints),
                summary,
                common(sightings, Finding::expected),
                common(sightings, Finding::actual),
                finding,
                sightings,
                (int) sightings.stream().filter(this::isNew).count(),
                isEverywhere(sightings));
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

    /** What all answers have in common is written where all of them pass, and no less so where a case shows it as well. */
    private static Mover mover(List<Hint> hints) {
        Set<Mover> movers =
                hints.stream().map(Hint::mover).collect(Collectors.toCollection(() -> EnumSet.noneOf(Mover.class)));
        return movers.contains(Mover.GATEWAY)
                ? Mover.GATEWAY
                : movers.iterator().next();
    }

    private boolean isEverywhere(List<Sighting> sightings) {
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
            case WAIVED -> 4;
            case CONFORMING, NOT_APPLICABLE -> 5;
        };
    }
}
