package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

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
     * @param outcomes in the order in which they arrived, suites mixed or not
     */
    public static ConformanceReport of(List<CaseOutcome> outcomes) {
        var anchors = new Anchors();
        List<SuiteReport> suites = bySuite(outcomes).stream()
                .map(cases -> SuiteReport.of(anchors.next("suite", cases.get(0).suite()), anchored(cases, anchors)))
                .toList();
        return new ConformanceReport(Headline.of(outcomes), Counts.of(outcomes), suites, FirstLook.among(suites));
    }

    private static List<List<CaseOutcome>> bySuite(List<CaseOutcome> outcomes) {
        var suites = new LinkedHashMap<SuiteKey, List<CaseOutcome>>();
        for (CaseOutcome outcome : outcomes) {
            suites.computeIfAbsent(new SuiteKey(outcome.suite(), outcome.file()), key -> new ArrayList<>())
                    .add(outcome);
        }
        return List.copyOf(suites.values());
    }

    private static List<ReportedCase> anchored(List<CaseOutcome> cases, Anchors anchors) {
        return cases.stream()
                .map(it -> new ReportedCase(anchors.next(it.suite(), it.operation(), it.scenario()), it))
                .toList();
    }

    /** Two files may call their suite alike; they are two suites still. */
    private record SuiteKey(String name, String file) {}
}
