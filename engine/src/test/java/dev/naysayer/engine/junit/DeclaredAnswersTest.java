package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** APIs that promise more of their refusals than the standards do: what a suite declares of them, in YAML alone. */
@Timeout(60)
class DeclaredAnswersTest {

    private static final String GOOD = "good-" + UUID.randomUUID();
    private static final String OTHER = "other-" + UUID.randomUUID();

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void give_the_suites_their_credentials() {
        System.setProperty("NAYSAYER_TEST_GOOD", GOOD);
        System.setProperty("NAYSAYER_TEST_OTHER", OTHER);
    }

    @AfterAll
    static void forget_the_credentials() {
        System.clearProperty("NAYSAYER_TEST_GOOD");
        System.clearProperty("NAYSAYER_TEST_OTHER");
    }

    @BeforeEach
    void start_the_api() {
        api.start();
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
    }

    /** A form token in a header: whoever has none, or a wrong one, may not change anything. */
    private static final String FORM_TOKEN = """
            suite: People
            credentials:
              api-key:
                header: X-CSRF-Token
                token: {good: "${NAYSAYER_TEST_GOOD}"}
            refusals:
              no-credential: {status: 403}
              bad-credential: {status: 403}
            operations:
              - POST /api/people: {mutates: true, body: {name: x}}
            scenarios: [no-token, unknown-key]
            """;

    @Test
    void a_500_in_place_of_the_403_of_a_form_token_is_found_at_the_line_that_declares_it() throws IOException {
        api.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"error\": \"no form token\"}", 500)));
        letIn("X-CSRF-Token", GOOD);

        Map<String, CaseOutcome> outcomes = outcomes(FORM_TOKEN);

        assertThat(violated(outcomes, "no-token")).contains("status-as-declared: 403, not 500, people.auth.yaml:7");
        assertThat(violated(outcomes, "unknown-key")).contains("status-as-declared: 403, not 500, people.auth.yaml:8");
    }

    @Test
    void the_403_of_a_form_token_is_right() throws IOException {
        api.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"error\": \"no form token\"}", 403)));
        letIn("X-CSRF-Token", GOOD);

        assertThat(outcomes(FORM_TOKEN).values())
                .extracting(CaseOutcome::kind)
                .doesNotContain(OutcomeKind.VIOLATION, OutcomeKind.INCONCLUSIVE, OutcomeKind.MISCONFIGURED);
    }

    /** Two service accounts, of which one has the role. */
    private static final String ROLES = """
            suite: Maps
            credentials:
              bearer:
                token: {good: "${NAYSAYER_TEST_GOOD}", insufficient-scope: "${NAYSAYER_TEST_OTHER}"}
            refusals:
              no-credential: {status: 401, error: none}
              bad-credential: {status: 401, error: invalid_token}
              no-right: {status: 403, error: none}
            operations:
              - GET /v1/areas/{id}?kind=a: {path: {id: 3}, scope: maps}
            scenarios: [no-token, unknown-token, insufficient-scope]
            """;

    @Test
    void a_role_in_place_of_a_scope_is_refused_with_403_and_without_a_challenge() throws IOException {
        rolesAnswer(jsonResponse("{\"title\": \"Forbidden\"}", 403).withHeader("Cache-Control", "no-store"));

        Map<String, CaseOutcome> outcomes = outcomes(ROLES);

        assertThat(outcomes.values())
                .allSatisfy(it ->
                        assertThat(it.kind()).as(it.scenario()).isIn(OutcomeKind.CONFORMING, OutcomeKind.WARNING));
        assertThat(passed(outcomes, "insufficient-scope")).contains("status-as-declared");
    }

    @Test
    void a_401_for_want_of_a_role_is_found_at_the_line_that_declares_the_403() throws IOException {
        rolesAnswer(challenged("Bearer realm=\"maps\""));

        assertThat(violated(outcomes(ROLES), "insufficient-scope"))
                .contains("status-as-declared: 403, not 401, people.auth.yaml:8");
    }

    private void rolesAnswer(ResponseDefinitionBuilder toTheOther) {
        api.stubFor(
                any(anyUrl()).atPriority(9).willReturn(challenged("Bearer realm=\"maps\", error=\"invalid_token\"")));
        api.stubFor(any(anyUrl())
                .atPriority(8)
                .withHeader("Authorization", absent())
                .willReturn(challenged("Bearer realm=\"maps\"")));
        letIn("Authorization", "Bearer " + GOOD);
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer " + OTHER))
                .willReturn(toTheOther));
    }

    private static ResponseDefinitionBuilder challenged(String challenge) {
        return jsonResponse("{\"title\": \"Unauthorized\"}", 401)
                .withHeader("WWW-Authenticate", challenge)
                .withHeader("Cache-Control", "no-store");
    }

    @Test
    void nobody_may_log_out_where_the_suite_says_why() throws IOException {
        api.stubFor(any(anyUrl()).willReturn(noContent()));

        Map<String, CaseOutcome> outcomes = outcomes("""
                suite: Logout
                credentials:
                  bearer: {token: {good: "${NAYSAYER_TEST_GOOD}"}}
                operations:
                  - POST /logout:
                      mutates: true
                      no-token: {status: 204, because: Logging out nobody is done already.}
                      except: {unknown-token: It is nobody's session.}
                scenarios: [no-token, unknown-token]
                """);

        assertThat(of(outcomes, "no-token").kind()).isEqualTo(OutcomeKind.CONFORMING);
        assertThat(of(outcomes, "no-token").reason())
                .isEqualTo("the suite lets it in: Logging out nobody is done already.");
        assertThat(of(outcomes, "unknown-token").kind()).isEqualTo(OutcomeKind.NOT_APPLICABLE);
        assertThat(of(outcomes, "unknown-token").reason())
                .isEqualTo("the suite leaves it out here: It is nobody's session.");
    }

    @Test
    void an_item_that_lets_a_bad_credential_in_without_a_reason_is_asked_for_it() throws IOException {
        api.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\": true}")));

        CaseOutcome outcome = of(outcomes("""
                suite: Plans
                credentials:
                  bearer: {token: {good: "${NAYSAYER_TEST_GOOD}"}}
                operations: [GET /plans]
                scenarios:
                  - no-token: {status: 2xx}
                """), "no-token");

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.CONFORMING);
        assertThat(outcome.reason())
                .isEqualTo(
                        "the suite lets it in and does not say why: add 'because: …' to its status, people.auth.yaml:6");
    }

    /** Each cause has words of its own, and each answer repeats the id of its request. */
    private static final String PATIENTS = """
            suite: Patients
            credentials:
              bearer: {token: {good: "${NAYSAYER_TEST_GOOD}"}}
            headers: {X-Request-ID: "${uuid}"}
            refusals:
              headers: {X-Request-ID: {echo: X-Request-ID}}
              body: {media-type: application/fhir+json, /resourceType: OperationOutcome}
              no-credential: {body: {/issue/0/diagnostics: No credential was sent}}
              bad-credential: {body: {/issue/0/diagnostics: The token is not valid}}
              no-right: {challenge: absent}
            operations: [GET /Patient/1]
            scenarios:
              - no-token
              - scheme-only: {body: {/issue/0/diagnostics: The header holds no token}}
              - unknown-token
            """;

    @Test
    void an_api_that_repeats_the_id_and_tells_causes_apart_is_right() throws IOException {
        patientsAnswer("{{request.headers.X-Request-ID}}", "The header holds no token");

        assertThat(outcomes(PATIENTS).values()).allSatisfy(it -> {
            assertThat(it.findings()).filteredOn(Finding::violated).isEmpty();
            assertThat(it.quiet().passed())
                    .contains("headers-as-declared", "members-as-declared", "media-type-as-declared");
        });
    }

    @Test
    void an_id_that_is_not_repeated_and_words_of_another_cause_are_found_at_their_lines() throws IOException {
        patientsAnswer("", "The token is not valid");

        Map<String, CaseOutcome> outcomes = outcomes(PATIENTS);

        assertThat(violated(outcomes, "scheme-only"))
                .contains("members-as-declared: /issue/0/diagnostics: \"The header holds no token\", not"
                        + " /issue/0/diagnostics: \"The token is not valid\", people.auth.yaml:14")
                .anyMatch(
                        it -> it.matches(
                                "headers-as-declared: X-Request-ID: [0-9a-f-]{36}, as it was sent, not .*, people.auth.yaml:6"));
        assertThat(violated(outcomes, "unknown-token")).noneMatch(it -> it.startsWith("members-as-declared"));
    }

    private void patientsAnswer(String id, String toAnEmptyHeader) {
        api.stubFor(any(anyUrl())
                .atPriority(9)
                .willReturn(outcome(id, "The token is not valid", ", error=\"invalid_token\"")));
        api.stubFor(any(anyUrl())
                .atPriority(8)
                .withHeader("Authorization", matching("Bearer *"))
                .willReturn(outcome(id, toAnEmptyHeader, "")));
        api.stubFor(any(anyUrl())
                .atPriority(7)
                .withHeader("Authorization", absent())
                .willReturn(outcome(id, "No credential was sent", "")));
        letIn("Authorization", "Bearer " + GOOD);
    }

    private static ResponseDefinitionBuilder outcome(String id, String diagnostics, String error) {
        return jsonResponse(
                        "{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"code\": \"forbidden\", \"diagnostics\": \"%s\"}]}"
                                .formatted(diagnostics),
                        401)
                .withHeader("Content-Type", "application/fhir+json; charset=utf-8")
                .withHeader("WWW-Authenticate", "Bearer realm=\"care\"" + error)
                .withHeader("Cache-Control", "no-store")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("X-Request-ID", id)
                .withTransformers("response-template");
    }

    private void letIn(String header, String value) {
        api.stubFor(any(anyUrl()).withHeader(header, equalTo(value)).willReturn(okJson("{\"ok\": true}")));
    }

    private static CaseOutcome of(Map<String, CaseOutcome> outcomes, String scenario) {
        return Objects.requireNonNull(outcomes.get(scenario), scenario);
    }

    private static List<String> violated(Map<String, CaseOutcome> outcomes, String scenario) {
        return of(outcomes, scenario).findings().stream()
                .filter(Finding::violated)
                .map(it -> "%s: %s, not %s, %s".formatted(it.rule(), it.expected(), it.actual(), it.source()))
                .toList();
    }

    private static List<String> passed(Map<String, CaseOutcome> outcomes, String scenario) {
        return List.copyOf(of(outcomes, scenario).quiet().passed());
    }

    private Map<String, CaseOutcome> outcomes(String suite) throws IOException {
        Path file = Files.writeString(folder.resolve("people.auth.yaml"), suite);
        return Published.outcomes(Contracts.engine()
                        .selectors(selectFile(file.toString()))
                        .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                        .execute())
                .stream()
                .filter(outcome -> !outcome.control())
                .collect(Collectors.toMap(CaseOutcome::scenario, it -> it));
    }
}
