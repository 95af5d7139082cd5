package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was found by running a test of Jupiter on each combination of five lines: what died of a missing method is a problem. */
class JUnitJarsTest {

    @ParameterizedTest
    @CsvSource({
        "1.12.2, 1.12.2, 1.12.2, 5.12.2",
        "1.14.4, 1.14.4, 1.14.4, 5.14.4",
        "6.1.3, 6.1.3, 6.1.3, 6.1.3",
        // Newer commons and a newer launcher do no harm within a generation.
        "1.13.4, 1.13.4, 1.14.4, 5.13.4",
        "6.1.3, 6.0.3, 6.1.3, 6.0.3",
        // Nor do fixes.
        "6.0.1, 6.0.3, 6.0.2, 6.0.3",
        "1.14.0, 1.14.4, 1.14.1, 5.14.4",
        "6.2.0-M1, 6.2.0-M1, 6.2.0-M1, 6.2.0-M1"
    })
    void what_goes_together_is_no_problem(String launcher, String engine, String commons, String jupiter) {
        assertThat(jars(launcher, engine, commons, jupiter).problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.12.2, 1.13.4, 1.13.4, 5.13.4",
        "1.12.2, 6.1.3, 6.1.3, 6.1.3",
        "1.14.4, 6.1.3, 6.1.3, 6.1.3",
        "6.0.3, 6.1.3, 6.1.3, 6.1.3",
        "1.13.4, 1.13.4, 1.12.2, 5.13.4",
        "6.1.3, 6.1.3, 6.0.3, 6.1.3",
        "6.1.3, 6.1.3, 1.14.4, 6.1.3",
        "1.14.4, 1.14.4, 6.1.3, 5.14.4",
        "6.1.3, 6.1.3, 6.1.3, 5.14.4",
        "1.14.4, 1.14.4, 1.14.4, 6.0.3"
    })
    void what_does_not_go_together_is_told_in_one_line_with_what_to_set(
            String launcher, String engine, String commons, String jupiter) {
        assertThat(jars(launcher, engine, commons, jupiter).problem())
                .contains(
                        "JUnit's jars do not go together (junit-jupiter-engine %s, junit-platform-commons %s, junit-platform-engine %s, junit-platform-launcher %s), so nothing was tested: set <junit-jupiter.version> below the parent of Spring Boot, elsewhere import org.junit:junit-bom into dependencyManagement, and give no JUnit jar a version of its own"
                                .formatted(jupiter, commons, engine, launcher));
    }

    @Test
    void what_says_no_version_is_not_blamed() {
        assertThat(new JUnitJars(Map.of()).problem()).isEmpty();
        assertThat(new JUnitJars(Map.of("junit-platform-launcher", "1.12.2")).problem())
                .isEmpty();
        assertThat(jars("unknown", "6.1.3", "6.1.3", "dev").problem()).isEmpty();
    }

    @Test
    void those_of_this_build_are_seen_and_go_together() {
        JUnitJars here = JUnitJars.ofThisProcess();

        assertThat(here.versions())
                .containsOnlyKeys(
                        "junit-jupiter-engine",
                        "junit-platform-commons",
                        "junit-platform-engine",
                        "junit-platform-launcher");
        assertThat(here.problem()).isEmpty();
    }

    private static JUnitJars jars(String launcher, String engine, String commons, String jupiter) {
        return new JUnitJars(Map.of(
                "junit-platform-launcher", launcher,
                "junit-platform-engine", engine,
                "junit-platform-commons", commons,
                "junit-jupiter-engine", jupiter));
    }
}
