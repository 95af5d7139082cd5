package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.condition.CredentialConditions;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that knows conditions by their names would fall silent when one is renamed. */
class NamedConditionsTest {

    static Stream<String> names() {
        return Stream.of(Carrier.ELSEWHERE, NoHeaderInjection.TEXTS).flatMap(named -> named.keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_condition_that_a_rule_names_exists(String name) {
        assertThat(CredentialConditions.named(name).info().name()).isEqualTo(name);
    }
}
