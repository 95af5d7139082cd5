package dev.naysayer.dsl;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * What profiles and a suite's own word come to.
     *
     * @param profiles those of the suite, each behind the ones that it extends
     * @param own what the suite itself says of single rules
     */
    public static RuleChoices of(List<Profile> profiles, List<RuleChoice> own) {
        Map<String, RuleChoice> byRule = Stream.concat(
                        profiles.stream().flatMap(profile -> profile.rules().stream()), own.stream())
                .collect(Collectors.toMap(RuleChoice::rule, Function.identity(), (earlier, later) -> later));
        Stream<String> names = Stream.concat(Stream.of(BASE), profiles.stream().map(Profile::name));
        return new RuleChoices(names.distinct().toList(), byRule);
    }

    public RuleChoices {
        profiles = List.copyOf(profiles);
        byRule = Map.copyOf(byRule);
    }
}
