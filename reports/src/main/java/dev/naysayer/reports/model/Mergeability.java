package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.GateOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether what a run is of may be merged, by the rules that the run was given.
 *
 * @param answer the whole of it
 * @param because in one line, the worst first; what is good where it may be
 * @param outcomes what became of each gate rule, suite by suite, kept or not
 */
public record Mergeability(Answer answer, String because, List<GateOutcome> outcomes) {

    /** Whether it may be merged. */
    public enum Answer {
        /** All is kept. */
        MAY,
        /** Something is not kept. */
        MAY_NOT,
        /** Nobody knows: the run has not finished. */
        UNKNOWN
    }

    public Mergeability {
        outcomes = List.copyOf(outcomes);
    }

    /** By what the run's gate came to. */
    static Mergeability of(RunDocument document) {
        List<GateOutcome> outcomes = document.gate().outcomes();
        List<String> against = against(document, outcomes);
        if (!document.run().hasFinished()) {
            return new Mergeability(Answer.UNKNOWN, "the run has not finished", outcomes);
        }
        return against.isEmpty()
                ? new Mergeability(Answer.MAY, "every gate rule is kept", outcomes)
                : new Mergeability(Answer.MAY_NOT, String.join("; ", against), outcomes);
    }

    private static List<String> against(RunDocument document, List<GateOutcome> outcomes) {
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
        long waivers =
                document.waivers().stream().filter(it -> it.outcome().fails()).count();
        if (waivers > 0) {
            against.add(Words.count(Math.toIntExact(waivers), "waiver") + (waivers == 1 ? " is" : " are")
                    + " of no use any more");
        }
        if (!document.run().missing().isEmpty()) {
            against.add("of %s no outcome is known"
                    .formatted(Words.count(document.run().missing().size(), "test")));
        }
        return against;
    }
}
