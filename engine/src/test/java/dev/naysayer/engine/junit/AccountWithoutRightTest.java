package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.engine.outcome.CaseOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A known account that lacks the right: a suite gives it, and then it is tried whatever the scheme and the scopes. */
@Timeout(60)
class AccountWithoutRightTest {

    private static final String GOOD = "good-" + UUID.randomUUID();
    private static final String LOW = "low-" + UUID.randomUUID();
    private static final String BASIC = """
            suite: Box API
            credentials:
              basic:
                account: {user: keyadmin, password: "${NAYSAYER_TEST_GOOD}"}
                token: {insufficient-scope: "${NAYSAYER_TEST_LOW}"}
            operations: [GET /status]
            scenarios: [insufficient-scope]
            """;
    private static final String BEARER = """
            suite: Maps
            credentials:
              bearer:
                token: {good: "${NAYSAYER_TEST_GOOD}", insufficient-scope: "${NAYSAYER_TEST_LOW_TOKEN}"}
            operations: [GET /areas]
            scenarios: [insufficient-scope]
            """;

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void give_the_suites_their_credentials() {
        System.setProperty("NAYSAYER_TEST_GOOD", GOOD);
        System.setProperty("NAYSAYER_TEST_LOW", "reader:" + LOW);
        System.setProperty("NAYSAYER_TEST_LOW_TOKEN", LOW);
    }

    @AfterAll
    static void forget_the_credentials() {
        System.clearProperty("NAYSAYER_TEST_GOOD");
        System.clearProperty("NAYSAYER_TEST_LOW");
        System.clearProperty("NAYSAYER_TEST_LOW_TOKEN");
    }

    @BeforeEach
    void start_the_api() {
        api.start();
        api.stubFor(any(anyUrl()).willReturn(unauthorized()));
        letIn("Basic " + base64("keyadmin:" + GOOD));
        letIn("Bearer " + GOOD);
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
    }

    @Test
    void a_401_in_place_of_a_403_is_told_and_that_it_has_no_challenge() throws IOException {
        CaseOutcome outcome = outcome(BASIC);

        assertThat(outcome.findings())
                .filteredOn(finding -> "violated".equals(finding.verdict()))
                .extracting(finding -> finding.rule() + ": " + finding.actual())
                .contains("insufficient-rights-get-403: 401", "challenge-follows-401: no WWW-Authenticate");
    }

    @Test
    void a_403_for_want_of_a_role_needs_no_challenge() throws IOException {
        answer("Bearer " + LOW, forbidden());

        assertThat(outcome(BEARER).quiet().reason("challenge-names-scheme"))
                .isEqualTo("the operation needs no scope, so no token could be asked for");
    }

    private void letIn(String authorization) {
        answer(authorization, okJson("[]"));
    }

    private void answer(String authorization, ResponseDefinitionBuilder answer) {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo(authorization))
                .willReturn(answer));
    }

    private static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private CaseOutcome outcome(String suite) throws IOException {
        Path file = Files.writeString(folder.resolve("box.auth.yaml"), suite);
        return Published.outcomes(Contracts.engine()
                        .selectors(selectFile(file.toString()))
                        .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                        .execute())
                .stream()
                .filter(outcome -> outcome.scenario().equals("insufficient-scope"))
                .findFirst()
                .orElseThrow();
    }
}
