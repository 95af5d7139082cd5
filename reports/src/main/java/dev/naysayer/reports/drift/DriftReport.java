package dev.naysayer.reports.drift;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.model.Words;
import java.util.List;

/**
 * What two environments answer differently.
 *
 * @param first one environment
 * @param second the other
 * @param compared how many cases both answered
 * @param kinds what was compared, and to what it came, what weighs most first
 * @param everywhere what holds for all answers: what stands around the API adds it or takes it away
 * @param alike cases that drift in the same way, together; what weighs most first
 * @param onlyFirst cases that only the first record has
 * @param onlySecond cases that only the second record has
 * @param uncompared cases that both have and that cannot be compared, by the reason
 * @param otherSuites suites of which the two records are of different versions
 */
public record DriftReport(
        DriftSide first,
        DriftSide second,
        int compared,
        List<KindCount> kinds,
        List<Drift> everywhere,
        List<Alike> alike,
        List<CaseName> onlyFirst,
        List<CaseName> onlySecond,
        List<Uncompared> uncompared,
        List<String> otherSuites) {

    /**
     * What came of one kind.
     *
     * @param drifted in how many cases it differs
     * @param same in how many it does not
     * @param notKept in how many the records do not have what it takes
     */
    public record KindCount(DriftKind kind, int drifted, int same, int notKept) {}

    /** Cases that drift in the same way. */
    public record Alike(List<Drift> drifts, List<Pair> cases) {}

    /** One case, and what became of it in both. */
    public record Pair(CaseName name, OutcomeKind first, OutcomeKind second) {}

    /** Cases that cannot be compared, for one reason. */
    public record Uncompared(String reason, List<CaseName> cases) {}

    /** How many cases drift by themselves. */
    public int drifting() {
        return alike.stream().mapToInt(it -> it.cases().size()).sum();
    }

    /** Whether there is something to look at: that somebody stands in between is what was asked for. */
    public boolean drifts() {
        return !alike.isEmpty()
                || !onlyFirst.isEmpty()
                || !onlySecond.isEmpty()
                || everywhere.stream().anyMatch(it -> it.kind() != DriftKind.ANSWERED_BY);
    }

    /** The whole in a sentence. */
    public String headline() {
        if (compared == 0) {
            return "No case could be compared.";
        }
        String both = compared == 1 ? "The only case is" : "All %d cases are".formatted(compared);
        return drifting() == 0
                ? "%s answered alike by %s and %s, as far as is kept.".formatted(both, first.name(), second.name())
                : "%d of %s %s answered otherwise by %s than by %s."
                        .formatted(
                                drifting(),
                                Words.count(compared, "case"),
                                drifting() == 1 ? "is" : "are",
                                second.name(),
                                first.name());
    }
}
