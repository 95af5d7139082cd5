package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.RuleWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts by clause what rules came to. */
final class ClauseTally {

    private final KnownRules rules;
    private final Map<String, Count> bySource = new LinkedHashMap<>();
    private final Map<String, Count> byRule = new LinkedHashMap<>();

    ClauseTally(KnownRules rules) {
        this.rules = rules;
        for (String rule : rules.withComparisons()) {
            RuleWords words = rules.words(rule);
            if (words != null) {
                Count count = bySource.computeIfAbsent(words.source(), source -> new Count(source, words.link()));
                count.levels.add(words.level());
                count.rules.add(rule);
                byRule.put(rule, count);
            }
        }
    }

    void add(TriedOperation tried) {
        Set<Count> tested = new HashSet<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            CoverageCell cell = tried.cells().get(rule);
            Count count = byRule.get(rules.id(rule));
            if (count != null && cell.tested()) {
                count.broken += cell.broken();
                count.undecided += cell.undecided();
                count.kept += cell.kept();
                tested.add(count);
            }
        }
        tested.forEach(count -> count.operations++);
    }

    /** What is told once was counted answer by answer. */
    void add(ReportedComparison compared) {
        Finding finding = compared.outcome().finding();
        Count count = byRule.get(finding.rule());
        if (count != null && !rules.isOfOneAnswer(finding.rule())) {
            switch (finding.verdict()) {
                case "violated" -> count.broken++;
                case "passed" -> count.kept++;
                case "inconclusive" -> count.undecided++;
                default -> {}
            }
        }
    }

    List<ClauseCoverage> clauses() {
        return bySource.values().stream().map(Count::clause).toList();
    }

    private static final class Count {

        private final String source;
        private final @Nullable String link;
        private final Set<String> levels = new LinkedHashSet<>();
        private final List<String> rules = new ArrayList<>();
        private int operations;
        private int broken;
        private int undecided;
        private int kept;

        Count(String source, @Nullable String link) {
            this.source = source;
            this.link = link;
        }

        ClauseCoverage clause() {
            return new ClauseCoverage(source, link, List.copyOf(levels), rules, operations, broken, undecided, kept);
        }
    }
}
