package dev.naysayer.dsl.format;

import dev.naysayer.dsl.Profile;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a suite may say of rules.
 *
 * @param adjustable the rules whose level may be set
 * @param fixed the rules whose level may not
 * @param levels the words for levels
 * @param profiles the profiles that have a name, with those they extend
 * @param probes the further requests that a suite may allow
 * @param comparing the rules that look at several answers together, and so are broken at no one operation and under no one scenario
 */
public record RuleVocabulary(
        Set<String> adjustable,
        Set<String> fixed,
        Set<String> levels,
        Map<String, Profile> profiles,
        Set<String> probes,
        Set<String> comparing) {

    /** Of a reader that knows no rules. */
    public static final RuleVocabulary NONE =
            new RuleVocabulary(Set.of(), Set.of(), Set.of(), Map.of(), Set.of(), Set.of());

    /** All rules. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(adjustable);
        all.addAll(fixed);
        return all;
    }

    /** The same rules, with profiles. */
    public RuleVocabulary with(Map<String, Profile> others) {
        return new RuleVocabulary(adjustable, fixed, levels, others, probes, comparing);
    }
}
