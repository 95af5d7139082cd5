package dev.naysayer.examples.correct;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a run holds against an API: whatever its team would have to mend, and whatever could not be judged. */
final class Accusations {

    private static final Set<String> BINDING = Set.of("MUST", "SHOULD");
    private static final Set<OutcomeKind> UNJUDGED = EnumSet.of(OutcomeKind.INCONCLUSIVE, OutcomeKind.MISCONFIGURED);

    private Accusations() {}

    /** A line each: case, rule, level, clause, what was expected and what came. */
    static List<String> of(SuiteLauncher.Run run) {
        return Stream.concat(
                        run.outcomes().stream().flatMap(Accusations::of),
                        run.comparisons().stream().flatMap(Accusations::of))
                .toList();
    }

    private static Stream<String> of(CaseOutcome outcome) {
        String name = outcome.operation() + " › " + outcome.scenario();
        Stream<String> unjudged = UNJUDGED.contains(outcome.kind())
                ? Stream.of("%s is %s: %s".formatted(name, outcome.kind(), outcome.reason()))
                : Stream.of();
        return Stream.concat(
                unjudged,
                outcome.violations().stream()
                        .filter(finding -> BINDING.contains(finding.level()))
                        .map(finding -> line(name, finding)));
    }

    private static Stream<String> of(ComparisonOutcome outcome) {
        Finding finding = outcome.finding();
        if (UNJUDGED.contains(outcome.kind())) {
            return Stream.of("comparison › %s is %s: %s".formatted(finding.rule(), outcome.kind(), finding.reason()));
        }
        return finding.violated() && BINDING.contains(finding.level())
                ? Stream.of(line("comparison", finding))
                : Stream.of();
    }

    private static String line(String name, Finding finding) {
        return "%s [%s] %s, %s: expected %s, actual %s"
                .formatted(
                        name, finding.rule(), finding.level(), finding.source(), finding.expected(), finding.actual());
    }
}
