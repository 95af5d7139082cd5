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
import dev.naysayer.engine.junit.GuardedApi.Answer;
import dev.naysayer.engine.junit.GuardedApi.Asked;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** The first session ends after some requests, as one that ends by the clock does; {@code /closed} is open to nobody. */
    private static final class Sessions implements Function<Asked, Answer> {

        private final int requests;
        private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();
        private final AtomicInteger begun = new AtomicInteger();

        Sessions(int requests) {
            this.requests = requests;
        }

        @Override
        public Answer apply(Asked it) {
            if (it.uri().equals("/login")) {
                String name = "session-0123456789-" + begun.incrementAndGet();
                left.put(name, new AtomicInteger(begun.get() == 1 ? requests : Integer.MAX_VALUE));
                return Answer.served("{\"session\":\"%s\",\"csrf\":\"csrf-of-%s\"}".formatted(name, name));
            }
            String bearer = String.valueOf(it.authorization("Bearer"));
            AtomicInteger requestsLeft = left.get(bearer);
            boolean good = requestsLeft != null
                    && ("csrf-of-" + bearer).equals(it.header("X-CSRF"))
                    && !it.uri().startsWith("/closed")
                    && requestsLeft.getAndDecrement() > 0;
            return good
                    ? Answer.served("{\"ok\":true}")
                    : Answer.refused(401, "{\"title\":\"Log in\"}", "Bearer realm=\"orders\"");
        }
    }

    private List<CaseOutcome> outcomes(Sessions sessions, String operations, Map<String, String> settings)
            throws IOException {
        try (GuardedApi guarded = new GuardedApi(sessions)) {
            String login = "login: {request: POST /login, json: {user: anna, password: \"${%s}\"}, token: /%s}";
            Path suite = Files.writeString(folder.resolve("orders.auth.yaml"), """
                    suite: Orders API
                    target: %s
                    credentials:
                      session: {scheme: bearer, %s}
                      csrf: {scheme: api-key, header: X-CSRF, %s}
                    requires: [[session, csrf]]
                    operations: [%s]
                    scenarios: [no-token]
                    """.formatted(
                            guarded.url(),
                            login.formatted(PASSWORD, "session"),
                            login.formatted(PASSWORD, "csrf"),
                            operations));
            return Published.outcomes(Contracts.engine()
                    .selectors(selectFile(suite.toFile()))
                    .configurationParameters(settings)
                    .execute());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "8"})
    void a_session_that_ended_is_begun_anew_by_the_next_control_and_its_case_says_so(String parallelism)
            throws IOException {
        Sessions sessions = new Sessions(2);
        List<CaseOutcome> outcomes =
                outcomes(sessions, "GET /a, GET /b, GET /c", Map.of(Setting.PARALLELISM.parameter(), parallelism));

        assertThat(outcomes)
                .filteredOn(it -> it.scenario().equals("control"))
                .extracting(CaseOutcome::kind)
                .containsOnly(OutcomeKind.CONFORMING);
        assertThat(sessions.begun.get()).isEqualTo(2);
        assertThat(outcomes)
                .extracting(CaseOutcome::tries)
                .contains("at the second try; first: 401, and logged in again");
    }

    @Test
    void a_second_refusal_is_the_controls_failure_and_after_some_nobody_logs_in_any_more() throws IOException {
        Sessions sessions = new Sessions(100);
        String closed =
                IntStream.range(0, 6).mapToObj("GET /closed/%d"::formatted).collect(Collectors.joining(", "));
        List<CaseOutcome> outcomes =
                outcomes(sessions, "GET /a, " + closed, Map.of(Setting.PARALLELISM.parameter(), "1"));

        assertThat(outcomes)
                .filteredOn(it -> it.operation().startsWith("GET /closed")
                        && it.scenario().equals("control"))
                .hasSize(6)
                .allSatisfy(it -> {
                    assertThat(it.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
                    assertThat(it.reason()).contains("did not get through: 401 in place of 2xx");
                });
        assertThat(sessions.begun.get()).isEqualTo(1 + 3);
    }

    @Test
    void where_each_request_is_sent_once_nobody_logs_in_again() throws IOException {
        Sessions sessions = new Sessions(2);
        List<CaseOutcome> outcomes = outcomes(sessions, "GET /a, GET /b", Map.of("naysayer.retries", "0"));

        assertThat(sessions.begun.get()).isEqualTo(1);
        assertThat(outcomes)
                .filteredOn(it -> it.operation().equals("GET /b"))
                .extracting(CaseOutcome::kind)
                .containsOnly(OutcomeKind.INCONCLUSIVE);
    }
}
