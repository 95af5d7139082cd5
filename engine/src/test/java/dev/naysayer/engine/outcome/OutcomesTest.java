package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No answer is no verdict, unless silence is what is right. */
class OutcomesTest {

    private static final Position AT = new Position("orders.auth.yaml", 1, 1);
    private static final Request REQUEST = new Request("GET", "http://orders.example/orders", List.of(), null);

    @Test
    void silence_is_right_without_tls_only() {
        Exchange silence = new Exchange.Unanswered(REQUEST, "connection refused");

        assertThat(outcome("plain-http", silence).kind()).isEqualTo(OutcomeKind.CONFORMING);
        assertThat(outcome("plain-http", silence).reason()).isEqualTo("no answer is right: connection refused");
        assertThat(outcome("no-token", silence).kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
    }

    @Test
    void an_answer_that_nobody_read_to_its_end_is_not_silence() {
        Exchange unread = new Exchange.Unread(REQUEST, "its head is longer than 256 KiB", null);

        assertThat(outcome("plain-http", unread).kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
        assertThat(outcome("plain-http", unread).reason()).isEqualTo("its head is longer than 256 KiB");
    }

    @Test
    void what_has_no_way_to_be_sent_is_not_applicable() {
        CaseOutcome outcome = outcome("http2", new Exchange.NotApplicable(REQUEST, "the API does not speak HTTP/2"));

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.NOT_APPLICABLE);
        assertThat(outcome.reason()).isEqualTo("the API does not speak HTTP/2");
        assertThat(outcome.transcript()).isNull();
    }

    private static CaseOutcome outcome(String condition, Exchange exchange) {
        Suite suite = new Suite(
                "Orders API",
                AT,
                List.of(),
                null,
                Destinations.UNDECLARED,
                Suite.DEFAULT_LEEWAY,
                new CredentialDeclaration(
                        new NamedSettings(AT, "bearer", Map.of()), List.of(new NamedSettings(AT, "mint", Map.of()))),
                List.of(new Operation(
                        AT, "GET", "/orders", Map.of(), List.of(), false, Control.ON, List.of(), Map.of(), null)),
                Refusals.UNDECLARED,
                RuleChoices.UNDECLARED,
                List.of(),
                List.of(new Scenario(AT, condition, Promise.NONE)),
                null);
        ContractCase it = CasePlan.of(suite).get(1);
        return new Outcomes("Orders API", null, false).of(it, exchange, answered -> List.of());
    }
}
