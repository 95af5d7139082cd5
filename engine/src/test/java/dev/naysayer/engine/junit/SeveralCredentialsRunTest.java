package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.naysayer.engine.junit.GuardedApi.Answer;
import dev.naysayer.engine.junit.GuardedApi.Asked;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several credentials together, in an environment, in shards and over HTTP/2. */
@Timeout(60)
class SeveralCredentialsRunTest {

    private static final String TOKEN = "orders-token-0123456789";
    private static final String KEY = "subscription-key-0123456789";
    private static final String STAGING = "staging-key-0123456789";

    private static final String SUITE = """
            suite: Two keys
            credentials:
              token: {scheme: bearer, token: {good: "${NAYSAYER_TEST_TOKEN}"}}
              gateway-key: {scheme: api-key, header: X-Gateway-Key, token: {good: "${NAYSAYER_TEST_KEY_OF_GATEWAY}"}}
            requires: [[token, gateway-key]]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void give_the_suites_their_credentials() {
        System.setProperty("NAYSAYER_TEST_TOKEN", TOKEN);
        System.setProperty("NAYSAYER_TEST_KEY_OF_GATEWAY", KEY);
        System.setProperty("NAYSAYER_TEST_KEY_OF_STAGING", STAGING);
    }

    @AfterAll
    static void forget_the_credentials() {
        for (String name : List.of("TOKEN", "KEY_OF_GATEWAY", "KEY_OF_STAGING")) {
            System.clearProperty("NAYSAYER_TEST_" + name);
        }
    }

    private static Answer right(Asked it, String key) {
        boolean good = TOKEN.equals(it.authorization("Bearer")) && key.equals(it.header("X-Gateway-Key"));
        return good
                ? Answer.served("{\"ok\":true}")
                : Answer.refused(401, "{\"message\":\"log in\"}", "Bearer realm=\"orders\"");
    }

    @Test
    void an_environment_changes_one_of_two_and_leaves_the_other_and_all_that_is_promised() throws IOException {
        try (GuardedApi api = new GuardedApi(it -> right(it, STAGING))) {
            String suite = SUITE + """
                    environments:
                      staging: {target: "%s", credentials: {gateway-key: {token: {good: "${NAYSAYER_TEST_KEY_OF_STAGING}"}}}}
                    operations: [GET /orders]
                    scenarios: [no-token, unknown-key]
                    """.formatted(api.url());
            List<CaseOutcome> outcomes = outcomes(suite, Map.of(Setting.ENVIRONMENT.parameter(), "staging"));

            assertThat(outcomes)
                    .extracting(CaseOutcome::scenario)
                    .containsExactly(
                            "control",
                            "token: no-token",
                            "gateway-key: no-token",
                            "gateway-key: unknown-key",
                            "control-after");
            assertThat(outcomes).extracting(CaseOutcome::kind).containsOnly(OutcomeKind.CONFORMING);
            assertThat(api.asked())
                    .allMatch(it ->
                            TOKEN.equals(it.authorization("Bearer")) || STAGING.equals(it.header("X-Gateway-Key")));
        }
    }

    @Test
    void shards_together_vary_each_credential_once_as_one_run_does() throws IOException {
        String operations = """
                operations: [GET /a, GET /b, GET /c, GET /d, GET /e, GET /f]
                scenarios: [no-token, unknown-key]
                """;
        try (GuardedApi api = new GuardedApi(it -> right(it, KEY))) {
            Map<String, String> target = Map.of(Setting.TARGET.parameter(), api.url());
            Map<String, OutcomeKind> whole = kinds(outcomes(SUITE + operations, target));
            int asked = api.asked().size();
            List<CaseOutcome> parts = new ArrayList<>();
            for (String shard : List.of("1/2", "2/2")) {
                List<CaseOutcome> part = outcomes(
                        SUITE + operations,
                        Map.of(Setting.TARGET.parameter(), api.url(), Setting.SHARD.parameter(), shard));
                assertThat(part).isNotEmpty().hasSizeLessThan(whole.size());
                parts.addAll(part);
            }

            assertThat(parts).hasSameSizeAs(whole.keySet());
            assertThat(kinds(parts)).isEqualTo(whole);
            assertThat(api.asked()).hasSize(2 * asked);
        }
    }

    private static final String HTTP2 = """
            operations: [GET /orders]
            scenarios: [http2, http2-no-token, http2-bad-credential]
            """;

    /** A door of its own for HTTP/2, which may look at other things. */
    private static WireMockServer doors(Predicate<Request> letsInOverHttp2) {
        WireMockServer api =
                new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        api.start();
        api.stubFor(any(anyUrl())
                .willReturn(status(401)
                        .withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")
                        .withHeader("Cache-Control", "no-store")));
        api.stubFor(requestMatching(request -> MatchResult.of(
                        isHttp2(request) ? letsInOverHttp2.test(request) : hasToken(request) && hasKey(request)))
                .willReturn(okJson("{\"ok\":true}")));
        return api;
    }

    private static boolean isHttp2(Request request) {
        return "HTTP/2.0".equals(request.getProtocol());
    }

    private static boolean hasToken(Request request) {
        return ("Bearer " + TOKEN).equals(request.getHeader("Authorization"));
    }

    private static boolean hasKey(Request request) {
        return KEY.equals(request.getHeader("X-Gateway-Key"));
    }

    @Test
    void what_stays_good_goes_over_http2_beside_what_is_varied() throws IOException {
        WireMockServer api = doors(it -> hasToken(it) && hasKey(it));
        try {
            List<CaseOutcome> outcomes = outcomes(SUITE + HTTP2, Map.of(Setting.TARGET.parameter(), api.baseUrl()));

            // A challenge that says no more of a bad token warns, and is no matter here.
            assertThat(outcomes)
                    .hasSize(8)
                    .extracting(CaseOutcome::kind)
                    .containsOnly(OutcomeKind.CONFORMING, OutcomeKind.WARNING);
            List<LoggedRequest> overHttp2 = api.getAllServeEvents().stream()
                    .map(it -> it.getRequest())
                    .filter(SeveralCredentialsRunTest::isHttp2)
                    .toList();
            assertThat(overHttp2).hasSize(6).allMatch(it -> hasToken(it) || hasKey(it));
        } finally {
            api.stop();
        }
    }

    @Test
    void a_door_for_http2_that_looks_at_one_of_two_is_found() throws IOException {
        WireMockServer api = doors(SeveralCredentialsRunTest::hasToken);
        try {
            List<CaseOutcome> outcomes = outcomes(SUITE + HTTP2, Map.of(Setting.TARGET.parameter(), api.baseUrl()));

            assertThat(outcomes)
                    .filteredOn(it -> it.findings().stream().anyMatch(finding -> finding.fails(false)))
                    .extracting(CaseOutcome::scenario)
                    .containsExactly("gateway-key: http2-no-token", "gateway-key: http2-bad-credential");
        } finally {
            api.stop();
        }
    }

    private List<CaseOutcome> outcomes(String suite, Map<String, String> settings) throws IOException {
        Path file = Files.writeString(folder.resolve("two.auth.yaml"), suite);
        return Published.outcomes(Contracts.engine()
                .selectors(selectFile(file.toString()))
                .configurationParameters(settings)
                .execute());
    }

    private static Map<String, OutcomeKind> kinds(List<CaseOutcome> outcomes) {
        return outcomes.stream()
                .collect(Collectors.toMap(it -> it.operation() + " › " + it.scenario(), CaseOutcome::kind));
    }
}
