package dev.naysayer.examples.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.rule.Rules;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.orders.OrdersApi;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The orders suite finds in each flawed API exactly what {@code findings.txt} names: no more, no fewer, on every operation
 * alike.
 */
class FlawedContractTest {

    private static final RecordedAnswers EXPECTED = RecordedAnswers.of(FlawedContractTest.class, "findings.txt");

    @ParameterizedTest
    @EnumSource
    void a_flawed_api_is_told_exactly_what_is_wrong_with_it(Flaw flaw) {
        try (OrdersApi api = OrdersApi.start(OrdersIssuer.ISSUER.url(), flaw)) {
            SuiteLauncher.Run run = OrdersContract.run(api.url());

            assertThat(Findings.of(run.outcomes())).isEqualTo(EXPECTED.answer(flaw.id()));
            assertThat(run.failures())
                    .isEqualTo(run.outcomes().stream()
                            .filter(FlawedContractTest::red)
                            .count());
        }
    }

    @Test
    void a_correct_api_is_told_nothing() {
        try (OrdersApi api = OrdersApi.start(OrdersIssuer.ISSUER.url())) {
            SuiteLauncher.Run run = OrdersContract.run(api.url());

            assertThat(run.outcomes()).hasSize(38).allMatch(outcome -> outcome.kind() == OutcomeKind.CONFORMING);
            assertThat(run.outcomes()).allMatch(outcome -> outcome.violations().isEmpty());
        }
    }

    @Test
    void every_flaw_is_expected_and_every_rule_bites_at_least_one() {
        Set<String> flaws = Arrays.stream(Flaw.values()).map(Flaw::id).collect(Collectors.toSet());
        String everything = Stream.of(EXPECTED, MisjudgedContractTest.EXPECTED, StockContractTest.EXPECTED)
                .flatMap(expected -> expected.titles().stream().map(expected::answer))
                .collect(Collectors.joining("\n"));

        assertThat(EXPECTED.titles()).isEqualTo(flaws);
        assertThat(flaws)
                .filteredOn(flaw -> !EXPECTED.answer(flaw).equals(Findings.NOTHING))
                .hasSizeGreaterThanOrEqualTo(30);
        assertThat(Rules.ALL)
                .allSatisfy(rule -> assertThat(everything).contains(rule.info().id()));
    }

    private static boolean red(CaseOutcome outcome) {
        return outcome.kind() != OutcomeKind.CONFORMING && outcome.kind() != OutcomeKind.WARNING;
    }
}
