package dev.naysayer.engine.junit;

import dev.naysayer.dsl.OtherSuite;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.source.Suggestion;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Suites that a shared file of waivers names, and of which the run has one whose name is nearly the same.
 *
 * <p>Problem: what a waiver of a misspelt suite names is waived nowhere, and the waiver is unmatched nowhere either. Constraint: ten
 * services share a file and each runs only its own suite, so a name that a run does not know is mostly another service's. Choice: it is
 * told where it is spelt nearly like a suite of the run, and stops nothing, since two services may be called nearly alike.
 */
final class MisspeltSuites {

    private MisspeltSuites() {}

    /** @param run all suites of the run, also those that a filter takes out */
    static Stream<String> notices(Collection<Suite> run) {
        Set<String> names = run.stream().map(Suite::name).collect(Collectors.toSet());
        return run.stream()
                .flatMap(suite -> suite.others().stream())
                .distinct()
                .filter(other -> !names.contains(other.name()))
                .flatMap(other -> meant(other, names)
                        .map(it ->
                                "%s waives something of a suite '%s', and no suite of this run is called so; did you mean '%s'?"
                                        .formatted(other.at(), other.name(), it))
                        .stream());
    }

    private static Optional<String> meant(OtherSuite other, Collection<String> names) {
        return Suggestion.misspelt(other.name(), names)
                // Whoever names both knows both, and 'Orders API v2' is no slip for 'Orders API v1'.
                .filter(it -> !other.entry().contains(it))
                .filter(it -> !withoutDigits(it).equals(withoutDigits(other.name())));
    }

    private static String withoutDigits(String name) {
        return name.replaceAll("\\d", "").strip();
    }
}
