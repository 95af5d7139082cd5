package dev.naysayer.reports.change;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.outcome.Transcript;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is different between a run and an earlier one, by the names of suites, operations, scenarios and rules alone.
 *
 * @param baseline which run it is compared with
 * @param findings how many findings became what; those that only inform are not counted
 * @param cases how many cases became what
 * @param notRun how many cases the earlier run has of which this one was not asked; of what became of them nothing is said
 * @param all each difference: new findings first and those that bind most, then as they came in the run
 */
public record Changes(
        Baseline.Origin baseline,
        Map<ChangeKind, Integer> findings,
        Map<ChangeKind, Integer> cases,
        int notRun,
        List<Change> all) {

    public Changes {
        findings = counted(findings);
        cases = counted(cases);
        all = List.copyOf(all);
    }

    /** Every kind, also those that do not occur. */
    private static Map<ChangeKind, Integer> counted(Map<ChangeKind, Integer> some) {
        Map<ChangeKind, Integer> every = new EnumMap<>(ChangeKind.class);
        for (ChangeKind kind : ChangeKind.values()) {
            every.put(kind, some.getOrDefault(kind, 0));
        }
        return Collections.unmodifiableMap(every);
    }

    /**
     * A case of the run.
     *
     * @param exchanges what went over the wire, asked for only where the case is not as it was
     */
    public record Now(CaseOutcome outcome, Supplier<List<Transcript>> exchanges) {}

    /**
     * What became of everything.
     *
     * @param rules the words of the run's rules, by their ids
     * @param whole whether the run has all of a suite, by its name: else what is not in it has not vanished
     */
    public static Changes between(
            Baseline baseline,
            Stream<Now> cases,
            Stream<ComparisonOutcome> comparisons,
            Map<String, RuleWords> rules,
            Predicate<String> whole) {
        Comparing comparing = new Comparing(baseline, rules, whole);
        cases.forEach(comparing::add);
        comparisons.forEach(comparing::add);
        return comparing.changes();
    }

    /** Those that are new since the earlier run, of rules. */
    public List<Change> newFindings() {
        return of(ChangeKind.NEW).filter(Change::hasRule).toList();
    }

    /** All of one kind, of rules and of cases. */
    public Stream<Change> of(ChangeKind kind) {
        return all.stream().filter(it -> it.kind() == kind);
    }

    /** {@code 2 findings are new, 1 is fixed, 14 are known}, or {@code no finding is new, 14 are known}. */
    public String sentence() {
        return ChangeWords.sentence(this);
    }
}
