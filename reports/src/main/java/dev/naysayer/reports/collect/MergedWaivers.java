package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverState;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.RecordedWaiver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What waivers are worth where a run is put together of several.
 *
 * <p>Problem: the run that judged a waiver last may not be the one whose cases count: what was red was run again without the waivers, or
 * the waivers without the rest. Choice: what counts says whether a waiver is needed. Where it says that nothing needs it and the run that
 * judged it saw otherwise, nobody knows, since the other cases were not run again.
 */
final class MergedWaivers {

    private static final String AGAIN =
            "what it names was run again in part: all of the suite together tells whether it is needed still";

    /** Where a suite ran. */
    private record Place(SameSuite suite, String target) {

        static Place of(SameSuite.Case it) {
            return new Place(it.suite(), it.target());
        }
    }

    private final Map<SameSuite.Case, Path> from;
    private final Map<Place, List<Map.Entry<SameSuite.Case, RecordedCase>>> cases;
    private final Map<Place, List<Map.Entry<SameSuite.Case, RecordedComparison>>> comparisons;

    /**
     * @param from which run each case, comparison and waiver is of
     * @param cases those that count, like the comparisons
     */
    MergedWaivers(
            Map<SameSuite.Case, Path> from,
            Map<SameSuite.Case, RecordedCase> cases,
            Map<SameSuite.Case, RecordedComparison> comparisons) {
        this.from = from;
        this.cases = cases.entrySet().stream().collect(Collectors.groupingBy(it -> Place.of(it.getKey())));
        this.comparisons = comparisons.entrySet().stream().collect(Collectors.groupingBy(it -> Place.of(it.getKey())));
    }

    /** @param last as the last run that judged it has it */
    RecordedWaiver judged(SameSuite.Case id, RecordedWaiver last) {
        WaiverOutcome it = last.outcome();
        var named = cases.getOrDefault(Place.of(id), List.of()).stream()
                .filter(one -> it.covers(
                        one.getValue().outcome().operation(),
                        one.getValue().outcome().scenario()))
                .toList();
        var together = comparisons.getOrDefault(Place.of(id), List.of()).stream()
                .filter(one -> it.covers(one.getValue().outcome().finding().rule()))
                .toList();
        boolean apart = Stream.concat(
                        named.stream().map(Map.Entry::getKey), together.stream().map(Map.Entry::getKey))
                .anyMatch(one -> !Objects.equals(from.get(one), from.get(id)));
        return apart
                ? new RecordedWaiver(
                        last.origin(),
                        judged(
                                it,
                                named.stream()
                                        .map(one -> one.getValue().outcome())
                                        .toList(),
                                together.stream()
                                        .map(one -> one.getValue().outcome())
                                        .toList()))
                : last;
    }

    /** @param cases that it names, by whatever rule */
    private static WaiverOutcome judged(
            WaiverOutcome it, List<CaseOutcome> cases, List<ComparisonOutcome> comparisons) {
        int findings = findings(it, cases, comparisons);
        if (it.state() == WaiverState.EXPIRED) {
            return it.judged(WaiverState.EXPIRED, findings, null);
        }
        if (findings > 0) {
            return it.judged(WaiverState.IN_USE, findings, null);
        }
        boolean open = (comparisons.isEmpty()
                        ? cases.stream().filter(one -> !one.control()).map(CaseOutcome::kind)
                        : comparisons.stream().map(ComparisonOutcome::kind))
                .anyMatch(OutcomeKind::isOpen);
        if (it.state() == WaiverState.UNMATCHED && !open) {
            return it;
        }
        return it.judged(WaiverState.UNJUDGED, 0, open && it.reason() != null ? it.reason() : AGAIN);
    }

    private static int findings(WaiverOutcome it, List<CaseOutcome> cases, List<ComparisonOutcome> comparisons) {
        long ofCases = cases.stream()
                .flatMap(one -> one.violations().stream()
                        .filter(finding -> it.covers(finding.rule(), one.operation(), one.scenario())))
                .count();
        long together =
                comparisons.stream().filter(one -> one.finding().violated()).count();
        return Math.toIntExact(ofCases + together);
    }
}
