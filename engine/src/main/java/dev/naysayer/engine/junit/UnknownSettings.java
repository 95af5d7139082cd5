package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * Finds names that look like settings and are none: a misspelt one would be ignored in silence, and the run be another than was
 * asked for.
 *
 * <p>Problem: the tests of Naysayer itself have switches of their own, system properties that reach the engine under test.
 * Choice: a resource names them, and only the class path of those tests has it.
 */
final class UnknownSettings {

    /** Settings begin so, and nothing else may. */
    private static final String PREFIX = "naysayer.";

    private static final String NAMES_OF_OTHERS = "META-INF/naysayer/names-of-others";

    private UnknownSettings() {}

    /** Also of system properties, which JUnit's parameters know when they are asked for one, and do not list. */
    static Stream<String> problems(ConfigurationParameters parameters) {
        Set<String> others = namesOfOthers();
        return Stream.concat(parameters.keySet().stream(), System.getProperties().stringPropertyNames().stream())
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX))
                .filter(name -> !Settings.NAMES.contains(name) && !others.contains(name))
                .distinct()
                .sorted()
                .map(name ->
                        "there is no setting '%s': %s (names that begin with '%s' are settings; let a variable of your own begin otherwise)"
                                .formatted(name, Suggestion.of(name, Settings.NAMES), PREFIX));
    }

    private static Set<String> namesOfOthers() {
        Set<String> names = new HashSet<>();
        try {
            for (URL list : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(NAMES_OF_OTHERS))) {
                try (InputStream in = list.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
