package dev.naysayer.dsl;

import java.util.List;
import java.util.Map;

/**
 * Which rules a suite is judged by, and how strictly.
 *
 * @param profiles the names of its profiles, with those that they extend
 * @param byRule what is said of single rules, by id; the suite's word goes before a profile's, a later profile's before an
 *     earlier one's
 */
public record RuleChoices(List<String> profiles, Map<String, RuleChoice> byRule) {

    /** The profile that every suite has. */
    public static final String BASE = "rfc6750";

    /** Of a suite that says nothing of rules. */
    public static final RuleChoices UNDECLARED = new RuleChoices(List.of(BASE), Map.of());

    public RuleChoices {
        profiles = List.copyOf(profiles);
        byRule = Map.copyOf(byRule);
    }
}
