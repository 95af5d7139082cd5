package dev.naysayer.engine.junit;

import dev.naysayer.dsl.source.Suggestion;
import dev.naysayer.engine.gate.FailOn;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds names that look like settings and are none: a misspelt one would be ignored in silence, and the run be another than was
 * asked for.
 */
final class UnknownSettings {

    /** Settings begin so, and no other parameter or system property may. */
    private static final String PREFIX = "naysayer.";

    private static final Set<String> PARAMETERS = names(Setting::parameter);
    private static final Set<String> VARIABLES = names(Setting::variable);

    /** What is said by another setting now; of these the nearest name would lead astray. */
    private static final Map<String, String> FORMER =
            Map.of("naysayer.strict", Setting.FAIL_ON.parameter() + "=" + FailOn.SHOULD);

    private UnknownSettings() {}

    private static Set<String> names(Function<Setting, String> name) {
        return Arrays.stream(Setting.values()).map(name).collect(Collectors.toUnmodifiableSet());
    }

    /** @param names of parameters and system properties */
    static Stream<String> problems(Stream<String> names) {
        return names.filter(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX))
                .filter(name -> !PARAMETERS.contains(name)
                        && Setting.TARGET_OF_SUITE.suite(name).isEmpty())
                .map(name -> FORMER.containsKey(name)
                        ? "there is no setting '%s' any more: say %s".formatted(name, FORMER.get(name))
                        : "there is no setting '%s': %s (names that begin with '%s' are settings; let a variable of your own begin otherwise)"
                                .formatted(name, Suggestion.of(name, PARAMETERS), PREFIX));
    }

    /**
     * What to say of environment variables that are spelt nearly like a setting.
     *
     * <p>It stops no run, and others are not even told of. An environment is shared: a suite's own {@code ${NAYSAYER_TOKEN}} may be
     * there, and in a Kubernetes cluster with a service called "naysayer" a {@code NAYSAYER_PORT}. Whoever misspells a setting should
     * hear of it all the same.
     *
     * @param suites the names of the suites of the run
     */
    static Stream<String> notices(Map<String, String> environment, Collection<String> suites) {
        Set<String> known = Stream.concat(
                        VARIABLES.stream(),
                        suites.stream().map(Setting.TARGET_OF_SUITE::of).map(Setting::variable))
                .collect(Collectors.toUnmodifiableSet());
        return environment.keySet().stream()
                .filter(name -> name.startsWith(Setting.variable(PREFIX)))
                .filter(name -> !known.contains(name))
                .sorted()
                .flatMap(name -> Suggestion.misspelt(name, known)
                        .map(meant ->
                                "the environment variable %s is no setting and was not looked at; did you mean %s?"
                                        .formatted(name, meant))
                        .stream());
    }
}
