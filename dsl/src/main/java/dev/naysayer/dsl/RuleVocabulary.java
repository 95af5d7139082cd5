package dev.naysayer.dsl;

import java.util.Map;
import java.util.Set;

/**
 * What a suite may say of rules.
 *
 * @param adjustable the rules whose level may be set
 * @param fixed the rules whose level may not
 * @param levels the words for levels
 * @param profiles the profiles that have a name, with those they extend
 * @param probes the further requests that a suite may allow
 */
public record RuleVocabulary(
        Set<String> adjustable,
        Set<String> fixed,
        Set<String> levels,
        Map<String, Profile> profiles,
        Set<String> probes) {

    /** Of a reader that knows no rules. */
    public static final RuleVocabulary NONE = new RuleVocabulary(Set.of(), Set.of(), Set.of(), Map.of(), Set.of());

    /** The same rules, with profiles. */
    public RuleVocabulary with(Map<String, Profile> others) {
        return new RuleVocabulary(adjustable, fixed, levels, others, probes);
    }
}
