package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.QuietRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Under which scenarios each rule judged an answer somewhere in the run: where one of them is missing, so is that judgement. */
final class SpokenUnder {

    private final Map<String, Set<String>> scenarios = new HashMap<>();

    static SpokenUnder of(RunDocument document) {
        SpokenUnder all = new SpokenUnder();
        Set<Seen> seen = new HashSet<>();
        for (RecordedCase one : document.cases()) {
            CaseOutcome outcome = one.outcome();
            outcome.findings().stream().map(Finding::rule).forEach(rule -> all.add(rule, outcome.scenario()));
            if (seen.add(new Seen(outcome.scenario(), outcome.quiet()))) {
                outcome.quiet().passed().forEach(rule -> all.add(rule, outcome.scenario()));
            }
        }
        return all;
    }

    /** Hundreds of cases have the same to say. */
    private record Seen(String scenario, QuietRules quiet) {}

    private void add(String rule, String scenario) {
        scenarios.computeIfAbsent(rule, it -> new HashSet<>()).add(scenario);
    }

    boolean has(String rule, String scenario) {
        return scenarios.getOrDefault(rule, Set.of()).contains(scenario);
    }
}
