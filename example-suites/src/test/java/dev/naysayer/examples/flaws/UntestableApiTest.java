package dev.naysayer.examples.flaws;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.SuiteLauncher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What could not be tested is never green, and never the API's fault. */
class UntestableApiTest {

    @Test
    void an_api_that_refuses_everything_is_inconclusive_in_every_case() {
        SuiteLauncher.Run run = runAgainst(unauthorized().withHeader("WWW-Authenticate", "Bearer realm=\"orders\""));

        assertThat(run.outcomes()).hasSize(42).allMatch(outcome -> outcome.kind() == OutcomeKind.INCONCLUSIVE);
        assertThat(run.outcomes())
                .filteredOn(outcome -> !outcome.control())
                .allMatch(outcome -> String.valueOf(outcome.reason())
                        .startsWith("the control failed: the good credential did not get through: 401"));
        assertThat(run.successes()).isZero();
    }

    @Test
    void an_api_behind_a_gateway_that_answers_itself_is_inconclusive() {
        SuiteLauncher.Run run = runAgainst(new ResponseDefinitionBuilder().withStatus(503));

        assertThat(run.outcomes()).allMatch(outcome -> outcome.kind() == OutcomeKind.INCONCLUSIVE);
        assertThat(run.successes()).isZero();
    }

    @Test
    void a_closed_port_is_inconclusive_with_the_refused_connection_as_the_reason() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        SuiteLauncher.Run run = OrdersContract.run("http://127.0.0.1:" + closed);

        assertThat(run.outcomes())
                .hasSize(42)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.INCONCLUSIVE)
                .allMatch(outcome -> String.valueOf(outcome.reason()).contains("connection refused")
                        || "not sent: the host does not answer, see GET /orders/{id} › control"
                                .equals(outcome.reason()));
        // Each was tried again, and the third request in vain was one too many.
        assertThat(run.outcomes())
                .filteredOn(outcome -> outcome.transcript() != null)
                .extracting(CaseOutcome::operation)
                .containsExactly("GET /orders", "GET /orders/{id}");
        assertThat(run.failures())
                .isEqualTo(42
                        + run.comparisons().stream()
                                .map(ComparisonOutcome::test)
                                .distinct()
                                .count());
    }

    private static SuiteLauncher.Run runAgainst(ResponseDefinitionBuilder answer) {
        WireMockServer api =
                new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        api.start();
        try {
            api.stubFor(any(anyUrl()).willReturn(answer));
            return OrdersContract.run(api.baseUrl());
        } finally {
            api.stop();
        }
    }
}
