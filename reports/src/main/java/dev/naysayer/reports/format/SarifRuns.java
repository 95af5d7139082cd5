package dev.naysayer.reports.format;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Environment;
import dev.naysayer.reports.model.ReportedFinding;
import dev.naysayer.reports.model.SuiteReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How a report is parted into runs of SARIF: one for each suite and environment, since an alert of one is not mended by a run of
 * another.
 *
 * @param id what GitHub calls the category, and takes a second upload of to be a later one
 * @param suites whose findings it holds
 * @param findings the worst first
 * @param cut how many more there are
 */
record SarifRuns(String id, List<SuiteReport> suites, List<ReportedFinding> findings, int cut) {

    /** GitHub refuses a file with more. */
    static final int MOST_RUNS = 20;

    /** GitHub refuses a run with more than 25,000, and shows of fewer the first 5,000. */
    static final int MOST_RESULTS = 5_000;

    private static final String REST = "naysayer/further-suites/";

    /** @param fits whether there is still room for a finding in the file */
    static List<SarifRuns> of(ConformanceReport report, Predicate<ReportedFinding> fits) {
        Map<String, Run> runs = new TreeMap<>();
        for (SuiteReport suite : report.suites()) {
            List<String> environments =
                    suite.targets().stream().map(Environment::of).distinct().toList();
            (environments.isEmpty() ? List.of(Environment.of(null)) : environments)
                    .forEach(it ->
                            runs.computeIfAbsent(id(suite, it), Run::new).suites.add(suite));
        }
        List<String> first = runs.keySet().stream().limit(MOST_RUNS - 1).toList();
        if (runs.size() > MOST_RUNS) {
            Run rest = new Run(REST);
            runs.entrySet().removeIf(it -> !first.contains(it.getKey()) && rest.suites.addAll(it.getValue().suites));
            runs.put(REST, rest);
        }
        for (ReportedFinding finding : ReportedFinding.of(report)) {
            Run own = runs.get(id(finding.suite(), environment(finding)));
            Objects.requireNonNull(own == null ? runs.get(REST) : own).add(finding, fits);
        }
        return runs.values().stream().map(Run::ended).toList();
    }

    /** A case that was not sent has no target, and belongs where the others of its suite were sent. */
    private static String environment(ReportedFinding finding) {
        List<String> targets = finding.suite().targets();
        return Environment.of(finding.target() == null && !targets.isEmpty() ? targets.get(0) : finding.target());
    }

    /** GitHub takes all before the last slash for the category. */
    private static String id(SuiteReport suite, String environment) {
        return VisibleText.ofLine("naysayer/%s/%s/".formatted(suite.name(), environment));
    }

    private static final class Run {

        private final String id;
        private final List<SuiteReport> suites = new ArrayList<>();
        private final List<ReportedFinding> findings = new ArrayList<>();
        private int cut;

        Run(String id) {
            this.id = id;
        }

        void add(ReportedFinding finding, Predicate<ReportedFinding> fits) {
            if (findings.size() < MOST_RESULTS && fits.test(finding)) {
                findings.add(finding);
            } else {
                cut++;
            }
        }

        SarifRuns ended() {
            return new SarifRuns(id, suites, findings, cut);
        }
    }
}
