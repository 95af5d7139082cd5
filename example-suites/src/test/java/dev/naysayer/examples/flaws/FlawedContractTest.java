package dev.naysayer.examples.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.rule.Rules;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.orders.OrdersApi;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The orders suite finds in each flawed API exactly what {@code findings.txt} names: no more, no fewer, on every operation
 * alike.
 */
class FlawedContractTest {

    private static final RecordedAnswers EXPECTED = RecordedAnswers.of(FlawedContractTest.class, "findings.txt");

    /** Legal after all (a comma is a scope character), or the subject of a rule that is still to come. */
    private static final String NOTHING = "nothing";

    @ParameterizedTest
    @EnumSource
    void a_flawed_api_is_told_exactly_what_is_wrong_with_it(Flaw flaw) {
        try (OrdersApi api = OrdersApi.start(OrdersIssuer.ISSUER.url(), flaw)) {
            SuiteLauncher.Run run = SuiteLauncher.run(api.url());

            assertThat(findings(run.outcomes())).isEqualTo(EXPECTED.answer(flaw.id()));
            assertThat(run.failures())
                    .isEqualTo(run.outcomes().stream()
                            .filter(FlawedContractTest::red)
                            .count());
        }
    }

    @Test
    void a_correct_api_is_told_nothing() {
        try (OrdersApi api = OrdersApi.start(OrdersIssuer.ISSUER.url())) {
            SuiteLauncher.Run run = SuiteLauncher.run(api.url());

            assertThat(run.outcomes()).hasSize(38).allMatch(outcome -> outcome.kind() == OutcomeKind.CONFORMING);
            assertThat(run.outcomes()).allMatch(outcome -> outcome.violations().isEmpty());
        }
    }

    @Test
    void every_flaw_is_expected_and_every_rule_bites_at_least_one() {
        Set<String> flaws = Arrays.stream(Flaw.values()).map(Flaw::id).collect(Collectors.toSet());
        String everything = flaws.stream().map(EXPECTED::answer).collect(Collectors.joining("\n"));

        assertThat(EXPECTED.titles()).isEqualTo(flaws);
        assertThat(flaws)
                .filteredOn(flaw -> !EXPECTED.answer(flaw).equals(NOTHING))
                .hasSizeGreaterThanOrEqualTo(30);
        assertThat(Rules.ALL)
                .allSatisfy(rule -> assertThat(everything).contains(rule.info().id()));
    }

    /** {@code expired-token: violation: status-as-declared, error-fits-status}, a line for each case with something to say. */
    static String findings(List<CaseOutcome> outcomes) {
        Map<String, Set<String>> byScenario = new LinkedHashMap<>();
        for (CaseOutcome outcome : outcomes) {
            byScenario
                    .computeIfAbsent(outcome.scenario(), scenario -> new TreeSet<>())
                    .add(finding(outcome));
        }
        String lines = byScenario.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Set.of("conforming")))
                .map(entry -> entry.getKey() + ": " + String.join(" | ", entry.getValue()))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? NOTHING : lines;
    }

    private static String finding(CaseOutcome outcome) {
        String kind = outcome.kind().name().toLowerCase(Locale.ROOT);
        String rules = outcome.violations().stream().map(Finding::rule).collect(Collectors.joining(", "));
        return rules.isEmpty() ? kind : kind + ": " + rules;
    }

    private static boolean red(CaseOutcome outcome) {
        return outcome.kind() != OutcomeKind.CONFORMING && outcome.kind() != OutcomeKind.WARNING;
    }
}
