package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurefireProviderTest {

    @ParameterizedTest
    @ValueSource(strings = {"2.22.0", "2.22.2", "3.0.0-M3", "3.0.0-M9"})
    void one_that_is_too_old_is_told_in_one_line_with_what_to_set(String version) {
        assertThat(new SurefireProvider(version).problem())
                .contains(
                        "Surefire %s is too old: it counts no test of JUnit 6, and would be green whatever fails; set <maven-surefire-plugin.version> and <maven-failsafe-plugin.version> below the parent of Spring Boot, elsewhere the <version> of both plugins, to 3.2.5 or newer"
                                .formatted(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.0", "3.2.5", "3.6.1", "4.0.0-M1", "20.1"})
    void one_that_counts_is_no_problem(String version) {
        assertThat(new SurefireProvider(version).problem()).isEmpty();
    }

    @Test
    void who_uses_none_is_not_bothered() {
        assertThat(new SurefireProvider(null).problem()).isEmpty();
    }
}
