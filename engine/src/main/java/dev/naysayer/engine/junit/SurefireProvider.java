package dev.naysayer.engine.junit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Maven runs the tests by, where it is Surefire or Failsafe.
 *
 * <p>Surefire 2.22 counts no test of JUnit 6, of nobody: its listener needs a class that JUnit has removed, JUnit keeps that error to
 * itself, and a build with violations is green.
 *
 * @param version of the provider, or null where there is none or it does not say
 */
record SurefireProvider(@Nullable String version) {

    private static final String TYPE = "org.apache.maven.surefire.junitplatform.JUnitPlatformProvider";

    static SurefireProvider ofThisProcess() {
        try {
            Class<?> provider = Class.forName(TYPE, false, SurefireProvider.class.getClassLoader());
            return new SurefireProvider(provider.getPackage().getImplementationVersion());
        } catch (ClassNotFoundException | LinkageError e) {
            return new SurefireProvider(null);
        }
    }

    /** What to set, in one line; empty where it is new enough, or not known. */
    Optional<String> problem() {
        return version == null || !(version.startsWith("2.") || version.startsWith("3.0.0-M"))
                ? Optional.empty()
                : Optional.of(
                        "Surefire %s is too old: it counts no test of JUnit 6, and would be green whatever fails; set <maven-surefire-plugin.version> and <maven-failsafe-plugin.version> below the parent of Spring Boot, elsewhere the <version> of both plugins, to 3.2.5 or newer"
                                .formatted(version));
    }
}
