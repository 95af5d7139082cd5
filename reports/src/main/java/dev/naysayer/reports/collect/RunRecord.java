package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The outcomes that this JVM has seen for one report directory.
 *
 * <p>problem: Surefire executes one test plan after another in one JVM, for reruns of failed tests and with some
 * settings for each class, and a rerun holds the failed cases only. constraint: whether the listener is the same
 * object each time is not promised. choice: the record outlives the listener, so that the last report is complete.
 */
final class RunRecord {

    private static final Map<Path, RunRecord> BY_DIRECTORY = new ConcurrentHashMap<>();

    private final Map<String, CaseOutcome> cases = new LinkedHashMap<>();
    private final Map<String, ComparisonOutcome> comparisons = new LinkedHashMap<>();

    private RunRecord() {}

    static RunRecord of(Path directory) {
        return BY_DIRECTORY.computeIfAbsent(directory.toAbsolutePath().normalize(), path -> new RunRecord());
    }

    /** A later outcome of the same case takes the place of the earlier one. */
    synchronized void keep(String uniqueId, CaseOutcome outcome) {
        cases.put(uniqueId, outcome);
    }

    /** A later outcome of the same rule in the same test takes the place of the earlier one. */
    synchronized void keep(String uniqueId, ComparisonOutcome outcome) {
        comparisons.put(uniqueId + " " + outcome.finding().rule(), outcome);
    }

    synchronized List<CaseOutcome> cases() {
        return List.copyOf(cases.values());
    }

    synchronized List<ComparisonOutcome> comparisons() {
        return List.copyOf(comparisons.values());
    }

    synchronized boolean isEmpty() {
        return cases.isEmpty() && comparisons.isEmpty();
    }
}
