package dev.naysayer.engine.junit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether JUnit's jars go together: where they do not, JUnit dies of a missing method, and says neither whose it is nor what to set.
 *
 * <p>The rule was found by trying: an engine needs a launcher and commons of its own generation that are not older than it is, and
 * Jupiter 5 needs platform 1.
 *
 * @param versions by the jar's name, only of those jars that are there and say their version
 */
record JUnitJars(Map<String, String> versions) {

    private static final String LAUNCHER = "junit-platform-launcher";
    private static final String ENGINE = "junit-platform-engine";
    private static final String COMMONS = "junit-platform-commons";
    private static final String JUPITER = "junit-jupiter-engine";

    private static final Pattern LINE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");

    /** Jupiter kept its number when the platform was born, and both count alike since 6. */
    private static final int JUPITER_OF_PLATFORM_1 = 5;

    /** Those that this class sees, too. */
    static JUnitJars ofThisProcess() {
        Map<String, String> versions = new LinkedHashMap<>();
        Map.of(
                        LAUNCHER, "org.junit.platform.launcher.Launcher",
                        ENGINE, "org.junit.platform.engine.TestEngine",
                        COMMONS, "org.junit.platform.commons.JUnitException",
                        JUPITER, "org.junit.jupiter.engine.JupiterTestEngine")
                .forEach((jar, type) -> version(type).ifPresent(version -> versions.put(jar, version)));
        return new JUnitJars(versions);
    }

    private static Optional<String> version(String type) {
        try {
            Class<?> found = Class.forName(type, false, JUnitJars.class.getClassLoader());
            return Optional.ofNullable(found.getPackage().getImplementationVersion());
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** What does not fit and what to set, in one line; empty where nothing is known to be wrong. */
    Optional<String> problem() {
        Optional<Line> engine = line(ENGINE);
        boolean fit = engine.isEmpty()
                || (line(LAUNCHER).map(engine.get()::isServedBy).orElse(true)
                        && line(COMMONS).map(engine.get()::isServedBy).orElse(true)
                        && line(JUPITER).map(engine.get()::serves).orElse(true));
        return fit
                ? Optional.empty()
                : Optional.of(
                        "JUnit's jars do not go together (%s), so nothing was tested: set <junit-jupiter.version> below the parent of Spring Boot, elsewhere import org.junit:junit-bom into dependencyManagement, and give no JUnit jar a version of its own"
                                .formatted(told()));
    }

    private String told() {
        return versions.entrySet().stream()
                .map(jar -> jar.getKey() + " " + jar.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Optional<Line> line(String jar) {
        return Optional.ofNullable(versions.get(jar))
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(found -> new Line(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
    }

    /** What changes between two lines: fixes of one line go with each other. */
    private record Line(int generation, int minor) {

        boolean isServedBy(Line other) {
            return other.generation == generation && other.minor >= minor;
        }

        boolean serves(Line jupiter) {
            return (generation == 1) == (jupiter.generation == JUPITER_OF_PLATFORM_1);
        }
    }
}
