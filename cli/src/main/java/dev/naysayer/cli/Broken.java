package dev.naysayer.cli;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.standard.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an API breaks today, as far as one waiver can name it.
 *
 * @param scenario null for every one, and where several answers together break the rule
 * @param operation null for all of them, likewise
 * @param words what the rule says
 * @param cases how many cases and comparisons show it
 */
record Broken(@Nullable String scenario, @Nullable String operation, Finding words, int cases) {

    String rule() {
        return words.rule();
    }

    /** A case and a rule that it breaks. */
    private record Sight(CaseOutcome one, Finding finding) {

        String operation() {
            return one.operation();
        }

        String scenario() {
            return one.scenario();
        }
    }

    /**
     * All that no waiver lets pass yet, rule by rule.
     *
     * <p>Of a rule that is broken nearly everywhere nobody argues case by case. So what all answers to one operation, or all under one
     * scenario, have in common is one; but where the rule is kept today nothing is waived, or it could break there unseen.
     *
     * @param warnings whether what only warns counts as well
     */
    static List<Broken> of(List<CaseOutcome> cases, List<ComparisonOutcome> comparisons, boolean warnings) {
        Map<String, List<Sight>> seen = new LinkedHashMap<>();
        for (CaseOutcome one : cases) {
            one.violations().stream()
                    .filter(it -> counts(it, warnings))
                    .forEach(it -> seen.computeIfAbsent(it.rule(), rule -> new ArrayList<>())
                            .add(new Sight(one, it)));
        }
        List<Broken> all = new ArrayList<>();
        for (ComparisonOutcome it : comparisons) {
            if (it.finding().violated() && counts(it.finding(), warnings)) {
                // A waiver of a comparison names the rule alone, and so all cases that break it.
                List<Sight> further = seen.remove(it.finding().rule());
                all.add(new Broken(null, null, it.finding(), 1 + (further == null ? 0 : further.size())));
            }
        }
        seen.forEach((rule, sights) -> all.addAll(folded(sights, elsewhere(rule, cases, warnings))));
        return all;
    }

    private static boolean counts(Finding it, boolean warnings) {
        return !it.isWaived() && Level.named(it.level()).fails(warnings);
    }

    /** Cases that a waiver of this rule must not name: those that keep it, and those that another one names. */
    private static List<CaseOutcome> elsewhere(String rule, List<CaseOutcome> cases, boolean warnings) {
        return cases.stream()
                .filter(one -> one.quiet().passed().contains(rule)
                        || one.violations().stream().anyMatch(it -> it.rule().equals(rule) && !counts(it, warnings)))
                .toList();
    }

    private static List<Broken> folded(List<Sight> sights, List<CaseOutcome> elsewhere) {
        long operations = sights.stream().map(Sight::operation).distinct().count();
        long scenarios = sights.stream().map(Sight::scenario).distinct().count();
        if (elsewhere.isEmpty() && operations > 1 && scenarios > 1) {
            return List.of(new Broken(null, null, sights.get(0).finding(), sights.size()));
        }
        List<Broken> all = new ArrayList<>();
        List<Sight> rest = new ArrayList<>(sights);
        by(Sight::operation, rest).forEach((operation, those) -> {
            if (those.size() > 1
                    && elsewhere.stream().noneMatch(it -> it.operation().equals(operation))) {
                all.add(new Broken(null, operation, those.get(0).finding(), those.size()));
                rest.removeAll(those);
            }
        });
        by(Sight::scenario, rest).forEach((scenario, those) -> {
            if (those.size() > 1
                    && elsewhere.stream().noneMatch(it -> it.scenario().equals(scenario))) {
                all.add(new Broken(scenario, null, those.get(0).finding(), those.size()));
                rest.removeAll(those);
            }
        });
        rest.forEach(it -> all.add(new Broken(it.scenario(), it.operation(), it.finding(), 1)));
        return all;
    }

    private static Map<String, List<Sight>> by(Function<Sight, String> what, List<Sight> sights) {
        return sights.stream().collect(Collectors.groupingBy(what, LinkedHashMap::new, Collectors.toList()));
    }
}
