package dev.naysayer.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnFaultTest {

    static Stream<LinkageError> what_a_class_path_brings_about() {
        return Stream.of(
                new NoClassDefFoundError("org/apache/commons/logging/LogFactory"),
                new NoSuchMethodError("'void com.example.Library.gone()'"),
                new NoSuchFieldError("GONE"));
    }

    @ParameterizedTest
    @MethodSource
    void what_a_class_path_brings_about(LinkageError fault) {
        assertThat(OwnFault.words(fault))
                .isEqualTo(
                        "a library that Naysayer needs is missing or of another version (%s: %s): look in mvn dependency:tree for what a BOM or an exclusion of the build has changed",
                        fault.getClass().getName(), fault.getMessage());
    }

    @Test
    void what_else_an_error_says_is_not_quoted() {
        assertThat(OwnFault.words(new IllegalStateException("secret")))
                .matches(
                        "Naysayer failed at it with java.lang.IllegalStateException \\(OwnFaultTest.java:\\d+\\): please report that");
    }
}
