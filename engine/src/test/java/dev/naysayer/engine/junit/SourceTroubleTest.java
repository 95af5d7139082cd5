package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What is wrong with a token's source is told with what to change, is nobody else's fault, and gives no secret away. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SourceTroubleTest {

    private static final String SECRET = "secret-" + UUID.randomUUID();

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private final WireMockServer issuer =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @TempDir
    private Path folder;

    /** An answer of the token endpoint, and what is said of it. */
    record Trouble(String name, ResponseDefinitionBuilder answer, String told) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Trouble> troubles() {
        return Stream.of(
                new Trouble(
                        "HTML",
                        ok("<html>" + SECRET + "</html>").withHeader("Content-Type", "text/html"),
                        "answers with a page"),
                new Trouble("401", okJson("{\"error\":\"invalid_client\"}").withStatus(401), "401 invalid_client"),
                new Trouble("500", aResponse().withStatus(500).withBody(SECRET), "500"),
                new Trouble("no token in it", okJson("{\"token\":\"" + SECRET + "\"}"), "access_token"),
                new Trouble(
                        "another kind of token",
                        okJson("{\"access_token\":\"" + SECRET + "\",\"token_type\":\"mac\"}"),
                        "not of the type Bearer"),
                new Trouble("nothing", ok().withFixedDelay(20_000), "no answer within"));
    }

    @BeforeAll
    static void give_the_suites_a_secret() {
        System.setProperty("NAYSAYER_TEST_SECRET", SECRET);
    }

    @AfterAll
    static void take_it_back() {
        System.clearProperty("NAYSAYER_TEST_SECRET");
    }

    @BeforeEach
    void start() {
        api.start();
        issuer.start();
        api.stubFor(any(anyUrl()).willReturn(ok("[]")));
    }

    @AfterEach
    void stop() {
        api.stop();
        issuer.stop();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void a_token_endpoint_that_gives_no_token_is_named_and_the_api_is_asked_nothing(Trouble trouble) {
        issuer.stubFor(any(anyUrl()).willReturn(trouble.answer()));

        EngineExecutionResults results = run(fromEndpoint(issuer.baseUrl() + "/token"));

        assertMisconfigured(results, issuer.baseUrl() + "/token", trouble.told());
        assertThat(issuer.getAllServeEvents()).hasSize(1);
    }

    static Stream<Trouble> failed_logins() {
        return Stream.of(
                new Trouble("401", aResponse().withStatus(401).withBody(SECRET), "401: check 'json' below 'login'"),
                new Trouble("500", aResponse().withStatus(500).withBody(SECRET), "500: look into the server's log"),
                new Trouble(
                        "a page",
                        ok("<html>" + SECRET + "</html>").withHeader("Content-Type", "text/html"),
                        "200 and has no text at /token: check 'token'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failed_logins")
    void a_login_that_fails_is_named_and_tried_once_and_the_api_is_asked_nothing(Trouble trouble) {
        issuer.stubFor(any(anyUrl()).willReturn(trouble.answer()));

        EngineExecutionResults results = run(
                "login: {request: POST %s/login, json: {user: anna, password: \"${NAYSAYER_TEST_SECRET}\"}, token: /token}"
                        .formatted(issuer.baseUrl()));

        assertMisconfigured(results, "POST " + issuer.baseUrl() + "/login", trouble.told());
        assertThat(issuer.getAllServeEvents()).hasSize(1);
    }

    @Test
    void a_token_endpoint_where_nobody_listens_is_named() {
        String endpoint = issuer.baseUrl() + "/token";
        issuer.stop();

        assertMisconfigured(run(fromEndpoint(endpoint)), endpoint, "connection refused");
    }

    @Test
    void a_token_that_is_no_jwt_is_told_where_a_scenario_needs_one() {
        EngineExecutionResults results = run(
                "token: {good: \"${NAYSAYER_TEST_SECRET}\"}", "[no-token, bad-signature, alg-none, malformed-token]");

        assertThat(outcomes(results))
                .filteredOn(outcome -> !outcome.scenario().contains("control")
                        && !outcome.scenario().equals("no-token"))
                .hasSize(3)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.MISCONFIGURED)
                .allMatch(outcome -> String.valueOf(outcome.reason()).startsWith("the good token is no JWT"));
        assertNoSecret(results);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_command_that_prints_two_lines_is_told_with_its_place() throws IOException {
        Path lines = Files.writeString(folder.resolve("two.txt"), SECRET + "\n" + SECRET + "\n");

        EngineExecutionResults results = run("token: {good: \"${command:cat %s}\"}".formatted(lines), "[no-token]");

        assertMisconfigured(results, "suite.auth.yaml:5:19:", "2 lines");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_command_that_hangs_is_ended() {
        EngineExecutionResults results = run("token: {good: \"${command:sleep 60}\"}", "[no-token]");

        assertMisconfigured(results, "suite.auth.yaml:5:19:", "took longer than 1 s");
    }

    private void assertMisconfigured(EngineExecutionResults results, String... told) {
        assertThat(outcomes(results))
                .hasSize(3)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.MISCONFIGURED)
                .allSatisfy(outcome -> assertThat(outcome.reason()).contains(told));
        assertThat(api.getAllServeEvents()).isEmpty();
        assertNoSecret(results);
    }

    private static void assertNoSecret(EngineExecutionResults results) {
        assertThat(results.allEvents().list()).asString().doesNotContain(SECRET);
        assertThat(outcomes(results)).asString().doesNotContain(SECRET);
    }

    private static String fromEndpoint(String url) {
        return "client-credentials: {token-endpoint: \"%s\", client-id: tests, client-secret: \"${NAYSAYER_TEST_SECRET}\"}"
                .formatted(url);
    }

    private EngineExecutionResults run(String source) {
        return run(source, "[no-token]");
    }

    private EngineExecutionResults run(String source, String scenarios) {
        return Contracts.engine()
                .selectors(selectFile(suite(source, scenarios).toFile()))
                .configurationParameter(Setting.RESPONSE_TIMEOUT.parameter(), "3")
                .configurationParameter(Setting.COMMAND_TIMEOUT.parameter(), "1")
                .execute();
    }

    private Path suite(String source, String scenarios) {
        try {
            return Files.writeString(
                    folder.resolve("suite.auth.yaml"), """
                    suite: Orders API
                    target: %s
                    credentials:
                      bearer:
                        %s
                    operations: [GET /orders]
                    scenarios: %s
                    """.formatted(api.baseUrl(), source, scenarios));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CaseOutcome> outcomes(EngineExecutionResults results) {
        return Published.outcomes(results);
    }
}
