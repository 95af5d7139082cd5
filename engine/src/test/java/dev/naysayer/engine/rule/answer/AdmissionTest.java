package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.rule.Admission;
import dev.naysayer.engine.rule.Admission.Demand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Rules name conditions, and conditions come and go. */
class AdmissionTest {

    private static final Path GENERAL =
            Path.of("src/test/resources/dev/naysayer/engine/credential/condition/judged-in-general.txt");

    static final List<Admission> ADMISSIONS = Stream.of(
                    Arrays.stream(JwtRule.values()).map(JwtRule::admission),
                    Arrays.stream(CarriageRule.values()).map(CarriageRule::admission),
                    Arrays.stream(DigestRule.values()).map(DigestRule::admission))
            .flatMap(all -> all)
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

    /** A new condition is left out of the rules by decision, never by oversight. */
    @Test
    void each_condition_is_named_by_a_rule_or_judged_by_the_general_ones_for_a_reason() throws IOException {
        Set<String> general = general();
        List<String> undecided = CredentialConditions.ALL.stream()
                .map(CredentialCondition::info)
                .filter(condition -> !saysItself(condition))
                .map(ConditionInfo::name)
                .filter(name -> isNamed(name) == general.contains(name))
                .toList();

        assertThat(undecided)
                .as(
                        "Each of these conditions has to be either among the names of a constant in JwtRule, CarriageRule or DigestRule, which then"
                                + " tells what became of it (what cannot be read: NO_CRASH_ON_GARBAGE), or, where only the general rules"
                                + " judge it, in %s below the reason. Not in both",
                        GENERAL)
                .isEmpty();
        assertThat(general)
                .as("conditions in %s, each of which exists", GENERAL)
                .allMatch(name -> CredentialConditions.ALL.stream()
                        .anyMatch(condition -> condition.info().name().equals(name)));
    }

    /** Of a good credential, and of another request, there is one rule for all; their words say that they are such. */
    private static boolean saysItself(ConditionInfo condition) {
        return condition.positive() || condition.reach() == Reach.OTHER_REQUEST;
    }

    private static boolean isNamed(String condition) {
        return ADMISSIONS.stream().anyMatch(admission -> admission.conditions().contains(condition));
    }

    /** Names are indented; what stands above them is the reason. */
    private static Set<String> general() throws IOException {
        return Files.readAllLines(GENERAL).stream()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
