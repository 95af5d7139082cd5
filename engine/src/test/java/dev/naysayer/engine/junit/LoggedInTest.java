package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A suite whose good credential comes of a log-in at the API itself. */
@Timeout(60)
class LoggedInTest {

    private static final String PASSWORD = "LOGGED_IN_TEST_PASSWORD";

    private final String password = "password-" + UUID.randomUUID();
    private final String session = "session-" + UUID.randomUUID();
    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        System.setProperty(PASSWORD, password);
        api.start();
        api.stubFor(any(anyUrl()).willReturn(refused()));
    }

    @AfterEach
    void stop() {
        api.stop();
        System.clearProperty(PASSWORD);
    }

    private static ResponseDefinitionBuilder refused() {
        return status(401)
                .withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")
                .withHeader("Cache-Control", "no-store");
    }

    private EngineExecutionResults run(String credentials) {
        try {
            Path suite =
                    Files.writeString(folder.resolve("orders.auth.yaml"), """
                    suite: Orders API
                    target: %s
                    credentials: %s
                    operations: [GET /orders, GET /stock, "GET /orders/{id}": {path: {id: 1}, scope: orders:read}]
                    scenarios: [no-token]
                    """.formatted(api.baseUrl(), credentials));
            return Contracts.engine().selectors(selectFile(suite.toFile())).execute();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertConforming(EngineExecutionResults results) {
        assertThat(Published.outcomes(results))
                .hasSize(9)
                .extracting(CaseOutcome::kind)
                .containsOnly(OutcomeKind.CONFORMING);
        assertThat(results.allEvents().list() + "\n" + Published.outcomes(results))
                .doesNotContain(password, session);
        api.verify(1, postRequestedFor(urlEqualTo("/login")));
    }

    @Test
    void one_login_gives_the_session_of_all_cases() {
        api.stubFor(post("/login")
                .withRequestBody(equalTo("user=anna&password=" + password))
                .willReturn(status(302)
                        .withHeader("Location", "/")
                        .withHeader("Set-Cookie", "SESSION=" + session + "; Path=/; HttpOnly")));
        api.stubFor(get(anyUrl()).withCookie("SESSION", equalTo(session)).willReturn(ok("[1]")));

        assertConforming(run("{api-key: {cookie: SESSION, login: {request: POST /login,"
                + " form: {user: anna, password: \"${" + PASSWORD + "}\"}, token: {cookie: SESSION}}}}"));
    }

    @Test
    void one_login_gives_the_token_of_all_operations_whatever_their_scopes() {
        api.stubFor(post("/login")
                .withBasicAuth("anna", password)
                .willReturn(okJson("{\"access_token\":\"" + session + "\"}")));
        api.stubFor(get(anyUrl())
                .withHeader("Authorization", equalTo("Bearer " + session))
                .willReturn(ok("[1]")));

        assertConforming(run("{bearer: {login: {request: POST /login, basic: {user: anna, password: \"${" + PASSWORD
                + "}\"}, token: /access_token}}}"));
    }
}
