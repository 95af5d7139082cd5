package dev.naysayer.engine.assertion;

import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.profile.Profiles;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rules that an answer can be judged by together.
 *
 * <p>A rule belongs to the standard that its source names. What a suite declares is in no set: in Java it is asserted by
 * {@link RefusalAssert#hasStatus} and its neighbours.
 */
public final class RuleSet {

    private static final List<RuleInfo> STANDARDS = Rules.ALL.stream()
            .map(Rule::info)
            .filter(rule -> rule.source().link() != null)
            .toList();

    /** Every rule that a standard asks for; what only a profile asks for is in {@link #profile}. */
    public static final RuleSet ALL = where(rule -> true);

    /** Bearer tokens: challenges and their error codes. */
    public static final RuleSet RFC6750 = of("RFC 6750");

    /** HTTP: statuses, challenges and their grammar. */
    public static final RuleSet RFC9110 = of("RFC 9110");

    /** Problem details. */
    public static final RuleSet RFC9457 = of("RFC 9457");

    private final Set<String> ids;
    private final RuleChoices choices;

    private RuleSet(Set<String> ids, RuleChoices choices) {
        this.ids = ids;
        this.choices = choices;
    }

    /**
     * Every rule that a suite with this profile is judged by, at the level that it has there.
     *
     * @param name {@code rfc9728}
     * @throws IllegalArgumentException if there is no such profile
     */
    public static RuleSet profile(String name) {
        return where(rule -> true, Profiles.choices(name));
    }

    /**
     * The rules of one standard, as RULES.md names it, but for those of a profile.
     *
     * @param standard {@code RFC 9110} or {@code OWASP ASVS 5.0}
     * @throws IllegalArgumentException if no rule comes from there, or none without a profile
     */
    public static RuleSet of(String standard) {
        RuleSet set = where(rule -> rule.source().standard().equals(standard));
        if (set.ids.isEmpty()) {
            throw new IllegalArgumentException(
                    "no rule comes from '%s'; known are: %s".formatted(standard, standards()));
        }
        return set;
    }

    /**
     * This set but for one rule.
     *
     * @param id {@code error-fits-status}
     * @throws IllegalArgumentException if the set has no such rule
     */
    public RuleSet without(String id) {
        if (!ids.contains(id)) {
            throw new IllegalArgumentException(
                    "the set has no rule '%s'; it has: %s".formatted(id, String.join(", ", new TreeSet<>(ids))));
        }
        return where(rule -> ids.contains(rule.id()) && !rule.id().equals(id), choices);
    }

    static RuleSet only(String id) {
        return where(rule -> rule.id().equals(id));
    }

    boolean includes(RuleInfo rule) {
        return ids.contains(rule.id());
    }

    /** How strictly the rules are taken. */
    RuleChoices choices() {
        return choices;
    }

    private static RuleSet where(Predicate<RuleInfo> included) {
        return where(included, RuleChoices.UNDECLARED);
    }

    private static RuleSet where(Predicate<RuleInfo> included, RuleChoices choices) {
        return new RuleSet(
                STANDARDS.stream()
                        .filter(included)
                        .filter(rule -> Standing.of(rule, choices).isPresent())
                        .map(RuleInfo::id)
                        .collect(Collectors.toUnmodifiableSet()),
                choices);
    }

    private static String standards() {
        return STANDARDS.stream()
                .filter(ALL::includes)
                .map(rule -> rule.source().standard())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
