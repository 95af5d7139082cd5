package dev.naysayer.reports.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of the contract a run has tried: which rules found something to judge, at which operations, and why the others did not.
 *
 * @param operations how many operations there are, in all suites
 * @param suites in the order in which they ran, those that have cases
 * @param clauses the clauses behind the rules, in the rules' order
 * @param unasked the rules that no suite is judged by
 */
public record Coverage(
        int operations, List<SuiteCoverage> suites, List<ClauseCoverage> clauses, List<UntestedRules> unasked) {

    /** More cells are looked at by nobody, and a browser pays for each. */
    private static final int MOST_CELLS = 12_000;

    private static final int FEWEST_PLACES = 2;

    public Coverage {
        suites = List.copyOf(suites);
        clauses = List.copyOf(clauses);
        unasked = List.copyOf(unasked);
    }

    /**
     * What the record tells of it.
     *
     * @param report the same run, grouped
     */
    public static Coverage of(RunDocument document, ConformanceReport report) {
        KnownRules rules = KnownRules.of(document);
        SpokenUnder spoken = SpokenUnder.of(document);
        ClauseTally clauses = new ClauseTally(rules);
        int places = Math.max(
                FEWEST_PLACES,
                MOST_CELLS / Math.max(1, rules.size() * report.suites().size()));
        List<SuiteCoverage> suites = new ArrayList<>();
        int operations = 0;
        for (SuiteReport suite : report.suites()) {
            List<TriedOperation> tried = suite.rows().stream()
                    .map(row -> TriedOperation.of(row, rules, spoken))
                    .toList();
            tried.forEach(clauses::add);
            suite.comparisons().forEach(clauses::add);
            operations += tried.size();
            if (!tried.isEmpty()) {
                suites.add(SuiteCoverage.of(suite.name(), tried, rules, places));
            }
        }
        return new Coverage(operations, suites, clauses.clauses(), rules.unasked());
    }

    /** {@code 43 of 61 clauses were tried, at 12 operations}. */
    public String summary() {
        return "%d of %d clauses were tried, at %s"
                .formatted(
                        clauses.stream().filter(ClauseCoverage::tested).count(),
                        clauses.size(),
                        Words.count(operations, "operation"));
    }
}
