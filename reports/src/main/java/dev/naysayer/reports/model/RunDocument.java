package dev.naysayer.reports.model;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.reports.change.Changes;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a run, the document every report is made from.
 *
 * @param generator who wrote it, {@code Naysayer 1.0.0}
 * @param run which run it is, and how far it came
 * @param rules the words of every rule that is spoken of, by its id
 * @param cases in the order in which the cases ran
 * @param comparisons what rules over several answers came to, in the order in which they were judged
 * @param waivers what became of the waivers of each suite whose test of them ran, in their order there
 * @param changes what is different from the run that it is compared with, or null where it is compared with none
 * @param gate what it had to keep, and whether it did
 */
public record RunDocument(
        String generator,
        Run run,
        SortedMap<String, RuleWords> rules,
        List<RecordedCase> cases,
        List<RecordedComparison> comparisons,
        List<RecordedWaiver> waivers,
        @Nullable Changes changes,
        Gate gate) {

    public RunDocument {
        cases = List.copyOf(cases);
        comparisons = List.copyOf(comparisons);
        waivers = List.copyOf(waivers);
    }

    /** A run that is compared with none and whose suites waive nothing, judged as where nothing is said. */
    public RunDocument(
            String generator,
            Run run,
            SortedMap<String, RuleWords> rules,
            List<RecordedCase> cases,
            List<RecordedComparison> comparisons) {
        this(generator, run, rules, cases, comparisons, List.of());
    }

    /** One that is compared with none, and judged as where nothing is said. */
    public RunDocument(
            String generator,
            Run run,
            SortedMap<String, RuleWords> rules,
            List<RecordedCase> cases,
            List<RecordedComparison> comparisons,
            List<RecordedWaiver> waivers) {
        this(
                generator,
                run,
                rules,
                cases,
                comparisons,
                waivers,
                null,
                Gate.told(GateRules.DEFAULTS, List.of(), cases, comparisons, Gate.known(null)));
    }

    /** The same, compared with an earlier run. */
    public RunDocument since(Baseline baseline) {
        return new RunDocument(
                generator,
                run,
                rules,
                cases,
                comparisons,
                waivers,
                Changes.between(
                        baseline,
                        cases.stream()
                                .map(it -> new Changes.Now(
                                        it.outcome(), () -> it.exchanges().transcripts())),
                        comparisons.stream().map(RecordedComparison::outcome),
                        rules,
                        run::hasAllOf),
                gate);
    }

    /**
     * The same, judged anew by these rules as a whole.
     *
     * @param baseline what it is compared with, or null
     */
    public RunDocument judged(GateRules by, @Nullable Baseline baseline) {
        RunDocument judged = new RunDocument(
                generator,
                run,
                rules,
                cases,
                comparisons,
                waivers,
                changes,
                Gate.anew(by, cases, comparisons, Gate.known(baseline)));
        return baseline == null ? judged : judged.since(baseline);
    }

    /** Whether all is there and all is kept, and so the build is green; nothing is no reason to be. */
    public boolean isGreen() {
        return Mergeability.of(this).answer() == Mergeability.Answer.MAY;
    }
}
