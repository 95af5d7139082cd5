package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.rule.Admission;
import dev.naysayer.engine.rule.Admission.Demand;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Rules name conditions, and conditions come and go. */
class AdmissionTest {

    static final List<Admission> ADMISSIONS = Stream.concat(
                    Arrays.stream(JwtRule.values()).map(JwtRule::admission),
                    Arrays.stream(CarriageRule.values()).map(CarriageRule::admission))
            .toList();

    @ParameterizedTest
    @FieldSource("ADMISSIONS")
    void a_rule_names_conditions_that_there_are(Admission admission) {
        Set<String> known = CredentialConditions.ALL.stream()
                .map(condition -> condition.info().name())
                .collect(Collectors.toSet());

        assertThat(admission.conditions()).isNotEmpty().isSubsetOf(known);
    }

    @ParameterizedTest
    @FieldSource("ADMISSIONS")
    void what_a_rule_wants_let_in_is_good_and_nothing_else_is(Admission admission) {
        assertThat(admission.conditions())
                .extracting(name -> CredentialConditions.named(name).info())
                .allMatch(condition -> condition.positive() == (admission.demand() == Demand.LET_IN));
    }
}
