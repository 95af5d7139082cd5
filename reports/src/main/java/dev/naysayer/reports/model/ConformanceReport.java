package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run as people read it.
 *
 * @param headline the whole run in a sentence, {@code 2 of 10 refusals break the contract.}
 * @param counts how many cases became what
 * @param suites in the order in which they ran
 * @param firstLooks violations, then what could not be judged, then warnings
 */
public record ConformanceReport(String headline, Counts counts, List<SuiteReport> suites, List<FirstLook> firstLooks) {

    public ConformanceReport {
        suites = List.copyOf(suites);
        firstLooks = List.copyOf(firstLooks);
    }

    /**
     * The report of a run.
     *
     * @param cases in the order in which they arrived, suites mixed or not
     * @param comparisons in the order in which they arrived
     */
    public static ConformanceReport of(List<CaseOutcome> cases, List<ComparisonOutcome> comparisons) {
        var anchors = new Anchors();
        List<SuiteReport> suites = Stream.concat(
                        cases.stream().map(SuiteKey::of), comparisons.stream().map(SuiteKey::of))
                .distinct()
                .map(suite -> suite(suite, cases, comparisons, anchors))
                .toList();
        return new ConformanceReport(
                Headline.of(cases, comparisons), Counts.of(cases), suites, FirstLook.among(suites));
    }

    private static SuiteReport suite(
            SuiteKey suite, List<CaseOutcome> cases, List<ComparisonOutcome> comparisons, Anchors anchors) {
        return SuiteReport.of(
                anchors.next("suite", suite.name()),
                suite.name(),
                suite.file(),
                cases.stream()
                        .filter(it -> suite.equals(SuiteKey.of(it)))
                        .map(it -> new ReportedCase(anchors.next(it.suite(), it.operation(), it.scenario()), it))
                        .toList(),
                comparisons.stream()
                        .filter(it -> suite.equals(SuiteKey.of(it)))
                        .map(it -> new ReportedComparison(
                                anchors.next(
                                        it.suite(), "comparison", it.finding().rule()),
                                it))
                        .toList());
    }

    /** Two files may call their suite alike; they are two suites still. */
    private record SuiteKey(String name, String file) {

        static SuiteKey of(CaseOutcome outcome) {
            return new SuiteKey(outcome.suite(), outcome.file());
        }

        static SuiteKey of(ComparisonOutcome outcome) {
            return new SuiteKey(outcome.suite(), outcome.file());
        }
    }
}
