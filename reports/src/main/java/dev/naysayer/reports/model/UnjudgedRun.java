package dev.naysayer.reports.model;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.outcome.GateOutcome;
import dev.naysayer.engine.outcome.RuleWords;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was recorded, of which nobody has said yet whether it keeps what it had to.
 *
 * @param generator as in {@link RunDocument}, like what follows
 */
public record UnjudgedRun(
        String generator,
        Run run,
        SortedMap<String, RuleWords> rules,
        List<RecordedCase> cases,
        List<RecordedComparison> comparisons,
        List<RecordedWaiver> waivers) {

    /**
     * Judged by these rules.
     *
     * @param told what suites that judged themselves while they ran came to
     * @param baseline what it is compared with, or null
     */
    public RunDocument told(GateRules by, List<GateOutcome> told, @Nullable Baseline baseline) {
        return document(Gate.told(by, told, cases, comparisons, Gate.known(baseline)), baseline);
    }

    /**
     * Judged by these rules as a whole, whatever its suites came to while they ran.
     *
     * @param baseline what it is compared with, or null
     */
    public RunDocument judged(GateRules by, @Nullable Baseline baseline) {
        return document(Gate.anew(by, cases, comparisons, Gate.known(baseline)), baseline);
    }

    private RunDocument document(Gate gate, @Nullable Baseline baseline) {
        RunDocument document = new RunDocument(generator, run, rules, cases, comparisons, waivers, null, gate);
        return baseline == null ? document : document.since(baseline);
    }
}
