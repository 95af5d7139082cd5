package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Suggestion;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * Finds names that look like settings and are none: a misspelt one would be ignored in silence, and the run be another than was
 * asked for.
 */
final class UnknownSettings {

    /** Settings begin so, and nothing else may. */
    private static final String PREFIX = "naysayer.";

    private UnknownSettings() {}

    /** Also of system properties, which JUnit's parameters know when they are asked for one, and do not list. */
    static Stream<String> problems(ConfigurationParameters parameters) {
        return Stream.concat(parameters.keySet().stream(), System.getProperties().stringPropertyNames().stream())
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX))
                .filter(name -> !Settings.NAMES.contains(name))
                .distinct()
                .sorted()
                .map(name ->
                        "there is no setting '%s': %s (names that begin with '%s' are settings; let a variable of your own begin otherwise)"
                                .formatted(name, Suggestion.of(name, Settings.NAMES), PREFIX));
    }
}
