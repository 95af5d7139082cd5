package dev.naysayer.engine.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a case leaves nothing to say about: each by its id alone, since hundreds of cases share the same.
 *
 * @param passed those that are kept, in the rules' order
 * @param silent those that do not apply
 */
public record QuietRules(List<String> passed, List<Silence> silent) {

    /** Where nothing was judged. */
    public static final QuietRules NONE = new QuietRules(List.of(), List.of());

    /**
     * Rules that do not apply for one reason.
     *
     * @param reason why
     * @param rules in the rules' order
     */
    public record Silence(String reason, List<String> rules) {

        public Silence {
            rules = List.copyOf(rules);
        }
    }

    public QuietRules {
        passed = List.copyOf(passed);
        silent = List.copyOf(silent);
    }

    /** What is quiet of these findings. */
    static QuietRules of(List<Finding> findings) {
        List<String> passed = new ArrayList<>();
        Map<String, List<String>> silent = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.verdict().equals(Finding.PASSED)) {
                passed.add(finding.rule());
            } else if (finding.verdict().equals(Finding.NOT_APPLICABLE)) {
                silent.computeIfAbsent(String.valueOf(finding.reason()), reason -> new ArrayList<>())
                        .add(finding.rule());
            }
        }
        return new QuietRules(
                passed,
                silent.entrySet().stream()
                        .map(it -> new Silence(it.getKey(), it.getValue()))
                        .toList());
    }

    /** Whether there is no such rule. */
    public boolean none() {
        return passed.isEmpty() && silent.isEmpty();
    }

    /** How many rules do not apply. */
    public int silentCount() {
        return silent.stream().mapToInt(it -> it.rules().size()).sum();
    }

    /** Why a rule does not apply; null where it does, or nothing is known of it. */
    public @Nullable String reason(String rule) {
        return silent.stream()
                .filter(it -> it.rules().contains(rule))
                .map(Silence::reason)
                .findFirst()
                .orElse(null);
    }
}
