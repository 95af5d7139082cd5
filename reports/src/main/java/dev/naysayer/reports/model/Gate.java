package dev.naysayer.reports.model;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.GateCount;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.gate.TestGate;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.outcome.GateOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run had to keep for its build to be green, and whether it did.
 *
 * @param rules what was asked for
 * @param outcomes of each rule and suite one, kept or not
 */
public record Gate(GateRules rules, List<GateOutcome> outcomes) {

    /** As many suites as anybody reads in one line. */
    private static final int NAMED = 5;

    public Gate {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Of a run whose suites judged themselves while they ran, or did not where nobody asked for it.
     *
     * @param told what they came to
     */
    static Gate told(
            GateRules rules,
            List<GateOutcome> told,
            List<RecordedCase> cases,
            List<RecordedComparison> comparisons,
            Predicate<FindingId> known) {
        Map<String, List<GateOutcome>> bySuite = told.stream()
                .collect(Collectors.groupingBy(GateOutcome::suite, LinkedHashMap::new, Collectors.toList()));
        Map<String, GateCount> counts = counts(rules.tests(known), false, cases, comparisons);
        List<GateOutcome> outcomes = new ArrayList<>();
        counts.forEach((suite, count) ->
                outcomes.addAll(bySuite.containsKey(suite) ? bySuite.get(suite) : rules.ofSingleTests(suite, count)));
        return new Gate(rules, outcomes);
    }

    /** Of a run that is judged by its record alone. */
    static Gate anew(
            GateRules rules,
            List<RecordedCase> cases,
            List<RecordedComparison> comparisons,
            Predicate<FindingId> known) {
        List<GateOutcome> outcomes = new ArrayList<>();
        counts(rules.tests(known), true, cases, comparisons)
                .forEach((suite, count) -> outcomes.addAll(rules.judge(suite, count)));
        return new Gate(rules, outcomes);
    }

    /** Which findings are known already; none where nothing is compared. */
    static Predicate<FindingId> known(@Nullable Baseline baseline) {
        return baseline == null ? finding -> false : baseline::has;
    }

    private static Map<String, GateCount> counts(
            TestGate tests, boolean counted, List<RecordedCase> cases, List<RecordedComparison> comparisons) {
        Map<String, GateCount> counts = new LinkedHashMap<>();
        cases.forEach(it -> counts.merge(it.outcome().suite(), tests.count(it.outcome(), counted), GateCount::plus));
        Map<List<String>, List<ComparisonOutcome>> byTest = comparisons.stream()
                .collect(Collectors.groupingBy(
                        it -> List.of(
                                it.origin().place(),
                                it.outcome().suite(),
                                it.outcome().test()),
                        LinkedHashMap::new,
                        Collectors.mapping(RecordedComparison::outcome, Collectors.toList())));
        byTest.values().forEach(test -> counts.merge(test.get(0).suite(), tests.count(test, counted), GateCount::plus));
        return counts;
    }

    /** A line for each rule: {@code fail-on must: broken by Orders API (2 fail), kept by 3 suites}. */
    public List<String> lines() {
        Map<String, List<GateOutcome>> byRule = outcomes.stream()
                .collect(Collectors.groupingBy(
                        it -> it.rule() + " " + it.limit(), LinkedHashMap::new, Collectors.toList()));
        return byRule.entrySet().stream()
                .map(it -> it.getKey() + ": " + words(it.getValue()))
                .toList();
    }

    private static String words(List<GateOutcome> ofRule) {
        List<GateOutcome> broken = ofRule.stream().filter(it -> !it.kept()).toList();
        int kept = ofRule.size() - broken.size();
        if (ofRule.size() == 1) {
            GateOutcome one = ofRule.get(0);
            return "%s, %s".formatted(one.kept() ? "kept" : "BROKEN", one.words());
        }
        if (broken.isEmpty()) {
            return "kept by all %d suites".formatted(kept);
        }
        String named = broken.stream()
                .limit(NAMED)
                .map(it -> "%s (%s)".formatted(it.suite(), it.words()))
                .collect(Collectors.joining(", "));
        String more = broken.size() > NAMED ? " and %d more".formatted(broken.size() - NAMED) : "";
        String others = kept == 0 ? "" : ", kept by " + Words.count(kept, "suite");
        return "BROKEN by %s%s%s".formatted(named, more, others);
    }
}
