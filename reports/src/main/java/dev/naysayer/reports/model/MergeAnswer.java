package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.GateOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether what a run is of may be merged.
 *
 * @param decision the whole of it
 * @param because what stands against it, in one line, or that nothing does
 */
public record MergeAnswer(Decision decision, String because) {

    /** Yes, no, or nobody knows. */
    public enum Decision {
        /** All is kept. */
        MAY,
        /** Something is not kept. */
        MAY_NOT,
        /** The run has not finished. */
        UNKNOWN
    }

    static MergeAnswer of(RunDocument document) {
        if (!document.run().hasFinished()) {
            return new MergeAnswer(Decision.UNKNOWN, "the run has not finished");
        }
        List<String> against = against(document);
        return against.isEmpty()
                ? new MergeAnswer(Decision.MAY, "every gate rule is kept")
                : new MergeAnswer(Decision.MAY_NOT, String.join("; ", against));
    }

    private static List<String> against(RunDocument document) {
        List<GateOutcome> outcomes = document.gate().outcomes();
        List<String> against = new ArrayList<>();
        if (outcomes.isEmpty()) {
            against.add("there was nothing to judge");
        }
        // One line for each rule, however many suites break it.
        Map<String, List<GateOutcome>> broken = outcomes.stream()
                .filter(it -> !it.kept())
                .collect(Collectors.groupingBy(
                        it -> it.rule() + " " + it.limit(), LinkedHashMap::new, Collectors.toList()));
        broken.forEach((rule, suites) -> against.add(
                suites.size() == 1
                        ? "%s: %s".formatted(rule, suites.get(0).words())
                        : "%s is not kept by %d suites".formatted(rule, suites.size())));
        int waivers = (int)
                document.waivers().stream().filter(it -> it.outcome().fails()).count();
        if (waivers > 0) {
            against.add(
                    Words.count(waivers, "waiver") + (waivers == 1 ? " has" : " have") + " expired or hides nothing");
        }
        if (!document.run().missing().isEmpty()) {
            against.add("of %s no outcome is known"
                    .formatted(Words.count(document.run().missing().size(), "test")));
        }
        return against;
    }
}
