package dev.naysayer.examples.client;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run found, as text that can be compared with a file. */
public final class Findings {

    /** Where every case conforms. */
    public static final String NOTHING = "nothing";

    private Findings() {}

    /** What is found in single answers, and behind it what is found in all answers together. */
    public static String of(SuiteLauncher.Run run) {
        return Stream.of(of(run.outcomes()), ofComparisons(run.comparisons()))
                .filter(found -> !found.equals(NOTHING))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\n"), found -> found.isEmpty() ? NOTHING : found));
    }

    /** {@code expired-token: status-as-declared, MUST}, each finding by itself, and those of comparisons behind them. */
    public static List<String> each(SuiteLauncher.Run run) {
        return Stream.concat(
                        run.outcomes().stream()
                                .flatMap(outcome -> outcome.violations().stream()
                                        .map(it -> outcome.scenario() + ": " + withLevel(it))),
                        run.comparisons().stream()
                                .map(ComparisonOutcome::finding)
                                .filter(Finding::violated)
                                .map(it -> "comparison: " + withLevel(it)))
                .toList();
    }

    private static String withLevel(Finding finding) {
        return "%s, %s".formatted(finding.rule(), finding.level());
    }

    /** What holds for every answer says for how many. */
    private static String comparison(ComparisonOutcome outcome) {
        Finding finding = outcome.finding();
        String line = "comparison: %s: %s".formatted(kind(outcome.kind()), finding.rule());
        return outcome.test().equals(finding.rule()) ? line : "%s, %s".formatted(line, finding.actual());
    }

    /** {@code expired-token: violation: status-as-declared, error-fits-status}, a line for each case with something to say. */
    public static String of(List<CaseOutcome> outcomes) {
        Map<String, Set<String>> byScenario = new LinkedHashMap<>();
        for (CaseOutcome outcome : outcomes) {
            byScenario
                    .computeIfAbsent(outcome.scenario(), scenario -> new TreeSet<>())
                    .add(finding(outcome));
        }
        String lines = byScenario.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Set.of("conforming")))
                .map(entry -> entry.getKey() + ": " + String.join(" | ", entry.getValue()))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? NOTHING : lines;
    }

    /** {@code comparison: warning: head-as-get}, a line for each comparison with something to say. */
    public static String ofComparisons(List<ComparisonOutcome> outcomes) {
        String lines = outcomes.stream()
                .filter(outcome -> outcome.finding().violated())
                .map(Findings::comparison)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? NOTHING : lines;
    }

    private static String finding(CaseOutcome outcome) {
        String rules = outcome.violations().stream().map(Finding::rule).collect(Collectors.joining(", "));
        return rules.isEmpty() ? kind(outcome.kind()) : kind(outcome.kind()) + ": " + rules;
    }

    private static String kind(OutcomeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
