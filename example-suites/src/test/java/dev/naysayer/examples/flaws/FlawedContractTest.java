package dev.naysayer.examples.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.Some;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.orders.Deviation;
import dev.naysayer.examples.orders.OrdersApi;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suite finds in each flawed API exactly what {@code findings.txt} names: no more, no fewer, on every operation alike. */
class FlawedContractTest {

    static final RecordedAnswers EXPECTED = RecordedAnswers.of(FlawedContractTest.class, "findings.txt");

    @ParameterizedTest
    @Some(oneOf = 8)
    void a_flawed_api_is_told_exactly_what_is_wrong_with_it(Flaw flaw) {
        try (OrdersApi api = flaw.suite().start(OrdersIssuer.ISSUER, flaw)) {
            SuiteLauncher.Run run = flaw.suite().run(api.url());

            EXPECTED.check(flaw.id(), Findings.of(run));
            assertThat(run.failures())
                    .isEqualTo(run.outcomes().stream()
                            .filter(FlawedContractTest::red)
                            .count());
        }
    }

    @ParameterizedTest
    @CsvSource({"ORDERS, 42", "THROTTLED, 3", "OAUTH, 5"})
    void a_correct_api_is_told_nothing(FlawedSuite suite, int cases) {
        try (OrdersApi api = suite.start(OrdersIssuer.ISSUER, Deviation.NONE)) {
            SuiteLauncher.Run run = suite.run(api.url());

            assertThat(run.outcomes()).hasSize(cases).allMatch(outcome -> outcome.kind() == OutcomeKind.CONFORMING);
            assertThat(run.outcomes()).allMatch(outcome -> outcome.violations().isEmpty());
            assertThat(run.comparisons()).noneMatch(outcome -> outcome.finding().violated());
        }
    }

    @Test
    void every_flaw_is_expected_and_most_are_found() {
        List<String> flaws = Arrays.stream(Flaw.values()).map(Flaw::id).toList();

        EXPECTED.checkTitles(flaws);
        assertThat(flaws)
                .filteredOn(flaw -> !EXPECTED.answer(flaw).equals(Findings.NOTHING))
                .hasSizeGreaterThanOrEqualTo(30);
    }

    private static boolean red(CaseOutcome outcome) {
        return outcome.kind() != OutcomeKind.CONFORMING && outcome.kind() != OutcomeKind.WARNING;
    }
}
