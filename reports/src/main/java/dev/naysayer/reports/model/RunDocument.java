package dev.naysayer.reports.model;

import dev.naysayer.engine.gate.Baseline;
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
 */
public record RunDocument(
        String generator,
        Run run,
        SortedMap<String, RuleWords> rules,
        List<RecordedCase> cases,
        List<RecordedComparison> comparisons,
        List<RecordedWaiver> waivers,
        @Nullable Changes changes) {

    public RunDocument {
        cases = List.copyOf(cases);
        comparisons = List.copyOf(comparisons);
        waivers = List.copyOf(waivers);
    }

    /** A run that is compared with none and whose suites waive nothing. */
    public RunDocument(
            String generator,
            Run run,
            SortedMap<String, RuleWords> rules,
            List<RecordedCase> cases,
            List<RecordedComparison> comparisons) {
        this(generator, run, rules, cases, comparisons, List.of(), null);
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
                        rules));
    }
}
