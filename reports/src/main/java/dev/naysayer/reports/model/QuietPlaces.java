package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.rule.answer.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules that leave nothing to say of a case, by their places: thousands of cases share one list.
 *
 * @param kept those that are kept
 * @param broken those whose breach is told once for all answers
 * @param silent why the others have nothing to judge
 */
record QuietPlaces(List<Integer> kept, List<Integer> broken, List<Map.Entry<Integer, String>> silent) {

    static QuietPlaces of(QuietRules quiet, KnownRules rules) {
        List<Map.Entry<Integer, String>> silent = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (QuietRules.Silence silence : quiet.silent()) {
            if (silence.reason().equals(Rules.BROKEN_TOGETHER)) {
                broken.addAll(silence.rules());
            } else {
                silence.rules().forEach(rule -> silent.add(Map.entry(rules.place(rule), silence.reason())));
            }
        }
        return new QuietPlaces(
                quiet.passed().stream().map(rules::place).toList(),
                broken.stream().map(rules::place).toList(),
                silent);
    }
}
