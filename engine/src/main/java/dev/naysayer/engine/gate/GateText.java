package dev.naysayer.engine.gate;

import dev.naysayer.engine.outcome.GateOutcome;
import java.util.List;
import java.util.stream.Collectors;

/** What a developer reads of a gate: every rule with its outcome, also those that are kept. */
public final class GateText {

    private GateText() {}

    /** Whether the gate is red by itself: single tests are red by theirs. */
    public static boolean isRed(List<GateOutcome> outcomes, GateCount count) {
        return count.judged() == 0
                || outcomes.stream().anyMatch(it -> !it.kept() && !GateRules.OF_SINGLE_TESTS.contains(it.rule()));
    }

    /**
     * The whole message.
     *
     * @param suite the suite's name
     */
    public static String of(String suite, List<GateOutcome> outcomes) {
        long broken = outcomes.stream().filter(it -> !it.kept()).count();
        return "%s › gate broke %d of %d rules%n%s"
                .formatted(
                        suite,
                        broken,
                        outcomes.size(),
                        outcomes.stream()
                                .map(it -> "%n  %-6s  %s %s: %s"
                                        .formatted(it.kept() ? "kept" : "BROKEN", it.rule(), it.limit(), it.words()))
                                .collect(Collectors.joining()));
    }
}
