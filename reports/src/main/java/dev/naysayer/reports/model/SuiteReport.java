package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One suite's cases: an operations × scenarios matrix.
 *
 * @param anchor the suite's place in the report
 * @param name {@code Orders API}; with more where several are called so
 * @param file the suite's file name
 * @param origin where it ran
 * @param targets the base URLs requests went to; empty where none was known
 * @param counts how many cases became what
 * @param scenarios the control's first, then in the order in which they ran, and the control's again
 * @param rows the operations in the order in which they ran
 * @param comparisonCounts how many comparisons became what
 * @param comparisons the rules over several answers, in the order in which they were judged
 */
public record SuiteReport(
        String anchor,
        String name,
        String file,
        SuiteOrigin origin,
        List<String> targets,
        Counts counts,
        List<String> scenarios,
        List<OperationRow> rows,
        Counts comparisonCounts,
        List<ReportedComparison> comparisons) {

    private static final Set<OutcomeKind> JUDGED =
            EnumSet.of(OutcomeKind.CONFORMING, OutcomeKind.WARNING, OutcomeKind.VIOLATION);

    public SuiteReport {
        targets = List.copyOf(targets);
        scenarios = List.copyOf(scenarios);
        rows = List.copyOf(rows);
        comparisons = List.copyOf(comparisons);
    }

    static SuiteReport of(
            String anchor,
            String name,
            String file,
            SuiteOrigin origin,
            UnaryOperator<String> anchors,
            List<ReportedCase> cases,
            List<ReportedComparison> comparisons) {
        List<CaseOutcome> outcomes = cases.stream().map(ReportedCase::outcome).toList();
        List<ComparisonOutcome> compared =
                comparisons.stream().map(ReportedComparison::outcome).toList();
        Set<String> scenarios = scenarios(outcomes);
        return new SuiteReport(
                anchor,
                name,
                file,
                origin,
                Stream.concat(
                                outcomes.stream().map(CaseOutcome::target),
                                compared.stream().map(ComparisonOutcome::target))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                Counts.of(outcomes),
                List.copyOf(scenarios),
                rows(cases, scenarios, anchors),
                Counts.ofComparisons(compared),
                comparisons);
    }

    /** How many cases with a bad credential the rules judged. */
    int refusals() {
        return (int) cases().stream()
                .map(ReportedCase::outcome)
                .filter(it -> !it.control() && JUDGED.contains(it.kind()))
                .count();
    }

    /** What a reader has to look at, and what is a test of its own. */
    public List<ReportedComparison> loudComparisons() {
        return comparisons.stream().filter(it -> !it.isQuiet()).toList();
    }

    /** What else is told by a test that tells of several rules, by the name of the test. */
    public Map<String, List<ReportedComparison>> quietComparisons() {
        return comparisons.stream()
                .filter(ReportedComparison::isQuiet)
                .collect(Collectors.groupingBy(it -> it.outcome().test(), LinkedHashMap::new, Collectors.toList()));
    }

    /** Where the report tells of the rules that all answers together break, by the rule's id. */
    public Map<String, String> brokenTogether() {
        return comparisons.stream()
                .filter(it -> it.outcome().finding().violated())
                .collect(Collectors.toMap(
                        it -> it.outcome().finding().rule(),
                        ReportedComparison::anchor,
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    /**
     * {@code 17 cases: 17 conforming; 3 comparisons: 3 conforming; 2 cases at a further try}; of comparisons and further tries only
     * where there are any.
     */
    public String summary() {
        return Stream.of(counts.toString(), comparisons.isEmpty() ? "" : comparisonCounts.toString(), furtherTries())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** {@code 2 cases at a further try}: what the network lost before; empty where it lost nothing. */
    public String furtherTries() {
        long tried = cases().stream().filter(it -> it.outcome().tries() != null).count();
        return tried == 0 ? "" : Words.count(Math.toIntExact(tried), "case") + " at a further try";
    }

    /** The cases in reading order: line by line, the control first. */
    public List<ReportedCase> cases() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Collection::stream)
                .toList();
    }

    /** What the suite calls itself, which others may do as well. */
    String ownName() {
        return Stream.concat(
                        cases().stream().map(it -> it.outcome().suite()),
                        comparisons.stream().map(it -> it.outcome().suite()))
                .findFirst()
                .orElse(name);
    }

    private static Set<String> scenarios(List<CaseOutcome> outcomes) {
        var inOrder = new LinkedHashSet<String>();
        outcomes.stream()
                .sorted(Comparator.comparingInt(SuiteReport::place))
                .forEach(outcome -> inOrder.add(outcome.scenario()));
        return inOrder;
    }

    /** The control stands before everything and once more behind it, whenever it ran. */
    private static int place(CaseOutcome outcome) {
        return outcome.controlAfter() ? 2 : outcome.control() ? 0 : 1;
    }

    private static List<OperationRow> rows(
            List<ReportedCase> cases, Set<String> scenarios, UnaryOperator<String> anchors) {
        Map<String, Map<String, List<ReportedCase>>> byOperation = cases.stream()
                .collect(Collectors.groupingBy(
                        it -> it.outcome().operation(),
                        LinkedHashMap::new,
                        Collectors.groupingBy(it -> it.outcome().scenario())));
        return byOperation.entrySet().stream()
                .map(row -> new OperationRow(
                        anchors.apply(row.getKey()),
                        row.getKey(),
                        scenarios.stream()
                                .map(scenario -> row.getValue().getOrDefault(scenario, List.of()))
                                .toList()))
                .toList();
    }
}
