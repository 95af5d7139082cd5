package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.ReportEntries;
import dev.naysayer.engine.outcome.Transcript;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The good credential gets through before the refusals and after them, or the reader is told why that is not known. */
@ExtendWith(SuiteKey.class)
class ControlTest {

    private static final String FOLDER = "dev/naysayer/engine/junit/";

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @BeforeEach
    void start_an_api_that_lets_everybody_with_a_header_in() {
        api.start();
        api.stubFor(any(anyUrl()).willReturn(ok("[]")));
        api.stubFor(any(anyUrl()).withHeader("Authorization", absent()).willReturn(challenge()));
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
    }

    @Test
    void refusals_that_end_the_session_are_noticed_and_the_last_case_before_is_named() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .inScenario("session")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("locked")
                .willReturn(challenge()));
        api.stubFor(any(anyUrl())
                .inScenario("session")
                .whenScenarioStateIs("locked")
                .willReturn(challenge()));

        CaseOutcome after = outcomes(run("selected/orders")).stream()
                .filter(outcome -> outcome.scenario().equals("control-after"))
                .findFirst()
                .orElseThrow();

        assertThat(after.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
        assertThat(after.reason())
                .startsWith("the good credential got through before the refusals and does not any more (a logout, ")
                .contains("did not get through: 401")
                .endsWith("The last case before was GET /orders › insufficient-scope");
    }

    @Test
    void an_api_that_wants_fewer_requests_after_the_refusals_is_not_said_to_have_ended_the_session() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .inScenario("limit")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("reached")
                .willReturn(challenge()));
        api.stubFor(
                any(anyUrl()).inScenario("limit").whenScenarioStateIs("reached").willReturn(status(429)));

        // What the API answers depends on what it was asked before.
        CaseOutcome after =
                outcomes(kit("selected/orders")
                                .configurationParameter(Setting.RETRIES.parameter(), "0")
                                .execute())
                        .stream()
                        .filter(outcome -> outcome.scenario().equals("control-after"))
                        .findFirst()
                        .orElseThrow();

        assertThat(after.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
        assertThat(after.reason()).startsWith("429: ").contains("The last case before was GET /orders › ");
    }

    @Test
    void a_control_that_fails_shows_what_was_sent_and_what_the_api_said_and_its_siblings_only_the_first_line() {
        api.stubFor(any(anyUrl())
                .willReturn(unauthorized()
                        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"title\":\"No\",\"detail\":\"The audience is not known.\"}")));

        List<CaseOutcome> outcomes = outcomes(run("controls/split"));

        assertThat(String.valueOf(outcomes.get(0).reason()).lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("the good credential did not get through: 401 in place of 2xx,"
                                        + " Bearer error=\"invalid_token\"; check 'issuer', 'audience' and the key"
                                        + " below 'mint' (split.auth.yaml:5)"),
                        sent -> assertThat(sent)
                                .startsWith("  sent      a JWT with the header alg ES256, kid test, typ ")
                                .contains("iss https://issuer.example, aud https://orders.example, exp 20")
                                .contains("sub ***"),
                        answered -> assertThat(answered)
                                .isEqualTo("  answered  401; WWW-Authenticate: Bearer error=\"invalid_token\";"
                                        + " title: No; detail: The audience is not known."));
        assertThat(outcomes.get(1).reason())
                .isEqualTo("the control failed: " + outcomes.get(0).shortReason());
    }

    @Test
    void a_case_that_does_not_conform_shows_what_its_token_says_and_every_answer_how_long_it_took() {
        api.stubFor(any(anyUrl()).willReturn(okJson("{\"orders\": [1]}")));

        List<CaseOutcome> outcomes = outcomes(run("selected/orders"));

        assertThat(outcomes)
                .filteredOn(it -> it.scenario().equals("expired-token"))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.kind()).isNotEqualTo(OutcomeKind.CONFORMING);
                    Transcript transcript = Objects.requireNonNull(it.transcript());
                    assertThat(transcript.token())
                            .startsWith("a JWT with the header alg ES256")
                            .contains("exp 20", "sub ***");
                    assertThat(transcript.took()).isBetween(0L, 10_000L);
                });
        assertThat(outcomes)
                .filteredOn(it -> it.kind() == OutcomeKind.CONFORMING)
                .isNotEmpty()
                .allSatisfy(it -> {
                    Transcript transcript = Objects.requireNonNull(it.transcript());
                    assertThat(transcript.token()).isNull();
                    assertThat(transcript.took()).isNotNull();
                });
    }

    @Test
    void a_credential_that_gets_through_at_a_later_operation_is_not_suspected_and_nothing_is_sent_twice() {
        api.stubFor(any(urlEqualTo("/validate")).willReturn(challenge()));

        List<CaseOutcome> outcomes = outcomes(run("controls/split"));

        assertThat(outcomes.get(0).reason())
                .contains("; the same credential gets through at GET /feedback: see which credential")
                .doesNotContain("'issuer'");
        assertThat(outcomes)
                .extracting(CaseOutcome::kind)
                .containsExactly(
                        OutcomeKind.INCONCLUSIVE,
                        OutcomeKind.INCONCLUSIVE,
                        OutcomeKind.INCONCLUSIVE,
                        OutcomeKind.CONFORMING,
                        OutcomeKind.CONFORMING,
                        OutcomeKind.CONFORMING);
        assertThat(api.getAllServeEvents()).hasSize(4);
    }

    @Test
    void a_proxy_that_wants_a_credential_of_its_own_is_named() {
        api.stubFor(any(anyUrl()).willReturn(status(407).withHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")));

        assertThat(outcomes(run("controls/spelled")))
                .allMatch(outcome -> outcome.kind() == OutcomeKind.INCONCLUSIVE)
                .allSatisfy(outcome -> assertThat(outcome.reason()).contains("407: a proxy on the way wants"))
                .noneSatisfy(outcome -> assertThat(outcome.reason()).contains("'control: 407'"));
        assertThat(outcomes(run("controls/off")))
                .filteredOn(outcome -> outcome.scenario().equals("no-token"))
                .extracting(CaseOutcome::kind)
                .containsExactly(OutcomeKind.INCONCLUSIVE);
    }

    @Test
    void a_good_credential_in_another_spelling_is_not_called_refused_once_the_session_is_over() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .inScenario("session")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("over")
                .willReturn(challenge()));
        api.stubFor(
                any(anyUrl()).inScenario("session").whenScenarioStateIs("over").willReturn(challenge()));

        List<CaseOutcome> outcomes = outcomes(run("controls/spelled"));

        assertThat(outcomes.get(2).scenario()).isEqualTo("several-spaces");
        assertThat(outcomes.get(2).kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
        assertThat(outcomes.get(2).findings()).isEmpty();
        assertThat(outcomes.get(2).quiet().none()).isTrue();
        assertThat(outcomes.get(2).transcript()).isNotNull();
        assertThat(outcomes.get(2).reason())
                .startsWith("the good credential was sent once more and did not get through either, ")
                .endsWith("did not get through: 401 in place of 2xx, Bearer realm=\"orders\"");
        assertThat(outcomes.get(3).kind()).as("control-after").isEqualTo(OutcomeKind.INCONCLUSIVE);
    }

    @Test
    void another_spelling_that_is_refused_while_the_session_lasts_is_a_violation() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", containing("Bearer  "))
                .willReturn(challenge()));

        assertThat(outcomes(run("controls/spelled")))
                .extracting(CaseOutcome::kind)
                .containsExactly(
                        OutcomeKind.CONFORMING, OutcomeKind.CONFORMING, OutcomeKind.VIOLATION, OutcomeKind.CONFORMING);
    }

    @Test
    void what_may_be_refused_as_well_has_no_control_sent_again() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", containing("Unknown "))
                .willReturn(status(403)));

        assertThat(outcomes(run("controls/either")))
                .extracting(CaseOutcome::scenario, CaseOutcome::kind)
                .contains(tuple("wrong-scheme", OutcomeKind.VIOLATION));
        assertThat(api.getAllServeEvents()).hasSize(3);
    }

    @Test
    void a_success_that_refuses_the_good_credential_in_its_body_shows_nothing() {
        api.stubFor(any(anyUrl()).willReturn(okJson("{\"code\":401,\"message\":\"token expired\"}")));

        List<CaseOutcome> outcomes = outcomes(run("selected/orders"));

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.kind() != OutcomeKind.NOT_APPLICABLE)
                .hasSizeGreaterThan(5)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.INCONCLUSIVE)
                .allMatch(outcome -> String.valueOf(outcome.reason())
                        .contains("the good credential did not get through: 200 with 'code': 401; check 'issuer',"));
    }

    @Test
    void with_the_control_off_nothing_is_sent_that_may_get_through_and_the_refusals_are_judged() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", matching("Unknown .*"))
                .willReturn(challenge()));

        List<CaseOutcome> outcomes = outcomes(run("controls/off"));

        assertThat(outcomes)
                .extracting(CaseOutcome::scenario, CaseOutcome::kind, CaseOutcome::reason)
                .containsExactly(
                        tuple("control", OutcomeKind.NOT_APPLICABLE, "the suite says 'control: off'"),
                        tuple("no-token", OutcomeKind.CONFORMING, null),
                        tuple(
                                "wrong-scheme",
                                OutcomeKind.NOT_APPLICABLE,
                                "the suite says 'control: off', and this credential may get through"),
                        tuple(
                                "scheme-lower-case",
                                OutcomeKind.NOT_APPLICABLE,
                                "the suite says 'control: off', and this credential may get through"),
                        tuple(
                                "repeated-header",
                                OutcomeKind.NOT_APPLICABLE,
                                "the suite says 'control: off', and this credential may get through"),
                        tuple(
                                "none-after-valid",
                                OutcomeKind.NOT_APPLICABLE,
                                "the suite says 'control: off', and the good credential would go first"));
        assertThat(api.getAllServeEvents()).hasSize(1);
    }

    @Test
    void a_stated_status_shows_that_the_credential_got_through() {
        api.stubFor(post(anyUrl()).willReturn(status(422)));
        api.stubFor(post(anyUrl()).withHeader("Authorization", absent()).willReturn(challenge()));

        List<CaseOutcome> outcomes = outcomes(run("controls/stated"));

        assertThat(outcomes)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.CONFORMING)
                .extracting(outcome -> outcome.operation() + " " + outcome.scenario())
                .containsExactly(
                        "POST /orders control",
                        "POST /orders no-token",
                        "POST /orders control-after",
                        "PUT /orders control",
                        "PUT /orders no-token");
    }

    @Test
    void a_refusal_that_looks_like_the_answer_to_the_control_shows_nothing() {
        api.stubFor(post(anyUrl()).willReturn(status(400)));
        api.stubFor(post("/challenged")
                .withHeader("Authorization", containing("{}"))
                .willReturn(status(400)
                        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_request\"")
                        .withHeader("Content-Type", "text/plain")
                        .withHeader("Cache-Control", "no-store")
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .withBody("The credential cannot be read")));

        List<CaseOutcome> outcomes = outcomes(run("controls/ambiguous"));

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.scenario().equals("illegal-characters"))
                .extracting(CaseOutcome::operation, CaseOutcome::kind)
                .containsExactly(
                        tuple("POST /orders", OutcomeKind.INCONCLUSIVE),
                        tuple("POST /challenged", OutcomeKind.CONFORMING));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.kind() == OutcomeKind.INCONCLUSIVE)
                .singleElement()
                .extracting(CaseOutcome::reason)
                .asString()
                .startsWith("400 without a challenge is what the good credential gets as well");
    }

    @Test
    void a_control_that_changes_data_is_sent_once() {
        api.stubFor(post(anyUrl()).willReturn(status(422)));

        run("controls/stated");

        assertThat(api.getAllServeEvents())
                .filteredOn(event -> event.getRequest().getMethod().equals(RequestMethod.PUT)
                        && event.getRequest().containsHeader("Authorization"))
                .hasSize(1);
    }

    @Test
    void a_clock_that_is_off_by_more_than_the_leeway_is_said_loudly_and_once() {
        api.stubFor(any(anyUrl()).willReturn(ok("[]").withHeader("Date", "Fri, 01 Jan 2100 00:00:00 GMT")));
        api.stubFor(any(anyUrl()).withHeader("Authorization", absent()).willReturn(challenge()));

        EngineExecutionResults results = run("selected/orders");

        CaseOutcome control = outcomes(results).get(0);
        assertThat(control.kind()).isEqualTo(OutcomeKind.WARNING);
        assertThat(control.reason()).startsWith("the API's clock is ").contains(" s ahead of ours");
        assertThat(entries(results, ReportEntries.NOTICE_KEY)).containsExactly(control.reason());
    }

    @Test
    void tokens_of_the_embedded_issuer_that_go_to_another_api_are_told() {
        EngineExecutionResults results = Contracts.engine()
                .selectors(selectClass(Contracts.TrustsAnIssuer.class))
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                .execute();

        assertThat(entries(results, ReportEntries.NOTICE_KEY))
                .singleElement()
                .asString()
                .startsWith("naysayer.target goes before the API that the build started");
    }

    @Test
    void what_no_source_can_make_is_aborted_with_what_to_add() {
        EngineExecutionResults results = run("controls/unobtainable");

        assertThat(outcomes(results))
                .filteredOn(outcome -> outcome.scenario().equals("revoked-token"))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.kind()).isEqualTo(OutcomeKind.NOT_OBTAINABLE))
                .satisfies(outcome -> assertThat(outcome.reason())
                        .startsWith("because a token that was minted here is known to no issuer")
                        .contains(", add 'client-credentials'"));
        assertThat(results.testEvents().aborted().count()).isOne();
        assertThat(results.testEvents().failed().count()).isZero();
    }

    @Test
    void what_no_source_can_make_fails_where_that_is_required() {
        EngineExecutionResults results = kit("controls/unobtainable")
                .configurationParameter(Setting.REQUIRE_OBTAINABLE.parameter(), "true")
                .execute();

        assertThat(results.testEvents().aborted().count()).isZero();
        assertThat(results.testEvents().failed().count()).isOne();
    }

    private EngineExecutionResults run(String suite) {
        return kit(suite).execute();
    }

    private EngineTestKit.Builder kit(String suite) {
        return Contracts.engine()
                .selectors(selectClasspathResource(FOLDER + suite + ".auth.yaml"))
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl());
    }

    private static ResponseDefinitionBuilder challenge() {
        return unauthorized()
                .withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")
                .withHeader("Cache-Control", "no-store")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Content-Type", "text/plain")
                .withBody("Send a token.");
    }

    private static List<CaseOutcome> outcomes(EngineExecutionResults results) {
        return Published.outcomes(results);
    }

    private static Stream<String> entries(EngineExecutionResults results, String key) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(pairs -> pairs.containsKey(key))
                .map(pairs -> String.valueOf(pairs.get(key)));
    }
}
