package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many cases or comparisons became what.
 *
 * @param what what is counted, {@code case}
 * @param byKind only the kinds that occur, in the order of {@link OutcomeKind}
 */
public record Counts(String what, Map<OutcomeKind, Integer> byKind) {

    /** Of several outcomes of one thing the first counts. */
    public static final Comparator<OutcomeKind> WORST_FIRST = Comparator.comparing(List.of(
            OutcomeKind.VIOLATION,
            OutcomeKind.MISCONFIGURED,
            OutcomeKind.INCONCLUSIVE,
            OutcomeKind.WARNING,
            OutcomeKind.WAIVED,
            OutcomeKind.CONFORMING,
            OutcomeKind.NOT_OBTAINABLE,
            OutcomeKind.NOT_APPLICABLE)::indexOf);

    public Counts {
        byKind = Collections.unmodifiableMap(byKind.isEmpty() ? Map.of() : new EnumMap<>(byKind));
    }

    static Counts of(Collection<CaseOutcome> outcomes) {
        return of("case", outcomes.stream().map(CaseOutcome::kind));
    }

    /** Of one suite, as JUnit counts them: what several rules come to in one test counts once, as the worst of it. */
    static Counts ofComparisons(Collection<ComparisonOutcome> outcomes) {
        Map<String, OutcomeKind> byTest = outcomes.stream()
                .collect(Collectors.toMap(
                        ComparisonOutcome::test,
                        ComparisonOutcome::kind,
                        BinaryOperator.minBy(WORST_FIRST),
                        LinkedHashMap::new));
        return of("comparison", byTest.values().stream());
    }

    /** All of several suites together. */
    public static Counts sum(String what, List<Counts> parts) {
        var counted = new EnumMap<OutcomeKind, Integer>(OutcomeKind.class);
        parts.forEach(part -> part.byKind().forEach((kind, number) -> counted.merge(kind, number, Integer::sum)));
        return new Counts(what, counted);
    }

    private static Counts of(String what, Stream<OutcomeKind> kinds) {
        var counted = new EnumMap<OutcomeKind, Integer>(OutcomeKind.class);
        kinds.forEach(kind -> counted.merge(kind, 1, Integer::sum));
        return new Counts(what, counted);
    }

    public int of(OutcomeKind kind) {
        return byKind.getOrDefault(kind, 0);
    }

    public int total() {
        return byKind.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** {@code 10 cases: 8 conforming, 1 warning, 1 violation}; a kind that does not occur is not said. */
    @Override
    public String toString() {
        String kinds = byKind.entrySet().stream()
                .map(kind -> kind.getValue() + " " + Words.of(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining(", "));
        return Words.count(total(), what) + (kinds.isEmpty() ? "" : ": " + kinds);
    }
}
