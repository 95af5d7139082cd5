package dev.naysayer.examples.correct;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which status each condition got from each operation.
 *
 * @param byCondition the operation and its status, of each condition that was answered
 */
record Statuses(Map<String, Map<String, Integer>> byCondition) {

    static Statuses of(SuiteLauncher.Run run) {
        Map<String, Map<String, Integer>> statuses = new TreeMap<>();
        for (CaseOutcome outcome : run.outcomes()) {
            Transcript transcript = outcome.transcript();
            if (transcript != null && transcript.status() != null) {
                statuses.computeIfAbsent(outcome.scenario(), condition -> new TreeMap<>())
                        .put(outcome.operation(), transcript.status());
            }
        }
        return new Statuses(statuses);
    }

    Set<String> conditions() {
        return byCondition.keySet();
    }

    /** The conditions that were answered otherwise there than here. */
    Set<String> differingFrom(Statuses other) {
        Set<String> differing = new TreeSet<>(byCondition.keySet());
        differing.removeIf(condition -> Objects.equals(byCondition.get(condition), other.byCondition.get(condition)));
        return differing;
    }
}
