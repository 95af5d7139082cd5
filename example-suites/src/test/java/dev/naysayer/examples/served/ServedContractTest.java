package dev.naysayer.examples.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** "Got through" is said of what was served, and not of a number. */
@Timeout(120)
class ServedContractTest {

    private static final String TOLD = "no-error-in-success";

    @AuthContract(value = "envelopes.auth.yaml", target = ServedTarget.class)
    static final class Envelopes {}

    @AuthContract(value = "events.auth.yaml", target = ServedTarget.class)
    static final class Events {}

    @AuthContract(value = "plans.auth.yaml", target = ServedTarget.class)
    static final class Plans {}

    @AuthContract(value = "open.auth.yaml", target = ServedTarget.class)
    static final class Open {}

    @AuthContract(value = "me.auth.yaml", target = ServedTarget.class)
    static final class Me {}

    @Test
    void a_refusal_that_only_the_body_tells_is_told_as_such_at_the_level_of_its_form() {
        assertThat(outcomes(Envelopes.class))
                .filteredOn(outcome -> outcome.scenario().equals("expired-token"))
                .extracting(
                        CaseOutcome::operation,
                        outcome -> told(outcome).level(),
                        outcome -> told(outcome).actual())
                .containsExactly(
                        tuple("GET /envelope-code", "MUST", "200 with 'code': 401"),
                        tuple("GET /envelope-success", "MUST", "200 with 'success': false"),
                        tuple("POST /graphql-null", "advice", "200 with 'errors' with 'data': null"),
                        tuple("POST /graphql", "advice", "200 with 'errors' without 'data'"),
                        tuple("POST /rpc", "MUST", "200 with a JSON-RPC 'error', code -32001"),
                        tuple("POST /tool", "MUST", "200 with 'result.isError': true"));
    }

    @Test
    void nobody_says_of_such_a_refusal_that_a_bad_token_was_accepted() {
        assertThat(outcomes(Envelopes.class))
                .filteredOn(outcome -> !outcome.control())
                .hasSize(18)
                .flatExtracting(CaseOutcome::violations)
                .filteredOn(finding -> finding.level().equals("MUST"))
                .extracting(Finding::rule)
                .containsOnly(TOLD);
        assertThat(named(outcomes(Events.class), "expired-token").violations())
                .filteredOn(finding -> finding.level().equals("MUST"))
                .extracting(Finding::rule)
                .containsExactly(TOLD);
    }

    @Test
    void the_controls_of_such_an_api_show_that_the_good_token_gets_through() {
        assertThat(outcomes(Envelopes.class))
                .filteredOn(CaseOutcome::control)
                .hasSize(8)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.CONFORMING);
    }

    @Test
    void a_stream_that_does_not_end_shows_by_its_head_that_the_good_token_gets_through() {
        List<CaseOutcome> outcomes = outcomes(Events.class);

        assertThat(outcomes)
                .filteredOn(CaseOutcome::control)
                .hasSize(2)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.CONFORMING)
                .allSatisfy(outcome -> {
                    assertThat(outcome.transcript()).isNotNull();
                    assertThat(outcome.transcript().endless()).isTrue();
                    assertThat(outcome.transcript().withheld())
                            .startsWith("the first ")
                            .contains(" bytes of text/event-stream");
                });
        assertThat(outcomes)
                .filteredOn(outcome -> List.of("no-token", "bad-signature").contains(outcome.scenario()))
                .hasSize(2)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.CONFORMING);
    }

    @Test
    void a_stream_that_begins_with_a_refusal_is_a_refusal_in_a_success() {
        CaseOutcome expired = named(outcomes(Events.class), "expired-token");

        assertThat(told(expired).actual()).isEqualTo("200 with 'status': 401 in the first event");
        assertThat(told(expired).level()).isEqualTo("MUST");
        assertThat(Optional.ofNullable(expired.transcript()))
                .hasValueSatisfying(
                        transcript -> assertThat(transcript.endless()).isFalse());
    }

    @Test
    void what_everybody_may_see_is_right_without_a_token() {
        assertThat(named(outcomes(Plans.class), "no-token").kind()).isEqualTo(OutcomeKind.CONFORMING);
    }

    @Test
    void a_bad_token_that_gets_what_everybody_gets_was_passed_over_and_not_accepted() {
        List<CaseOutcome> outcomes = outcomes(Plans.class);

        for (String scenario : List.of("expired-token", "bad-signature")) {
            assertThat(named(outcomes, scenario).violations())
                    .extracting(Finding::rule, Finding::level, Finding::actual)
                    .containsExactly(tuple(
                            "credential-not-passed-over", "security advice", "200, just what no credential gets"));
            assertThat(named(outcomes, scenario).quiet().passed()).contains(TOLD);
        }
    }

    @Test
    void that_an_operation_is_open_is_one_fact_however_it_is_asked() {
        List<CaseOutcome> outcomes = outcomes(Open.class);

        assertThat(outcomes)
                .flatExtracting(CaseOutcome::violations)
                .extracting(Finding::rule)
                .containsOnly("refusal-refuses", "credential-not-passed-over");
        assertThat(named(outcomes, "none-after-valid").violations())
                .extracting(Finding::rule)
                .containsExactly("refusal-refuses");
        assertThat(List.of("scheme-lower-case", "token-in-query"))
                .allMatch(scenario -> named(outcomes, scenario).kind() == OutcomeKind.CONFORMING);
    }

    @Test
    void what_is_somebodys_own_is_refused_rightly() {
        assertThat(outcomes(Me.class))
                .filteredOn(outcome -> !outcome.control())
                .hasSize(3)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.CONFORMING);
    }

    private static Finding told(CaseOutcome outcome) {
        return outcome.findings().stream()
                .filter(finding -> finding.rule().equals(TOLD))
                .findFirst()
                .orElseThrow();
    }

    private static CaseOutcome named(List<CaseOutcome> outcomes, String scenario) {
        return outcomes.stream()
                .filter(outcome -> outcome.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    private static List<CaseOutcome> outcomes(Class<?> contract) {
        return SuiteLauncher.run(contract, Map.of()).outcomes();
    }
}
