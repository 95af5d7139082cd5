package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.rule.comparison.Comparisons;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What is compared, and what is sent for it. */
@ExtendWith(SuiteKey.class)
class ComparisonRunTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/naysayer/engine/junit/comparisons");

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @BeforeEach
    void start_an_api_that_wants_a_header() {
        api.start();
        api.stubFor(any(anyUrl()).willReturn(ok("[]")));
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .willReturn(unauthorized().withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")));
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
    }

    @Test
    void nothing_is_sent_that_no_case_sends() {
        EngineExecutionResults results = run(selectFile(file("plain")));

        assertThat(ofOneRuleEach(results))
                .extracting(it -> it.finding().rule(), ComparisonOutcome::kind)
                .containsExactly(
                        tuple("status-same-across-operations", OutcomeKind.CONFORMING),
                        tuple("shape-same-across-operations", OutcomeKind.CONFORMING));
        // Each operation: control, no-token, control-after.
        assertThat(api.getAllServeEvents()).hasSize(6);
    }

    @Test
    void what_a_suite_allows_is_asked_besides_and_recorded() {
        EngineExecutionResults results = run(selectFile(file("probing")));

        assertThat(ofOneRuleEach(results))
                .extracting(
                        it -> it.finding().rule(),
                        ComparisonOutcome::kind,
                        it -> it.probes().stream().map(Transcript::method).toList())
                .containsExactly(
                        tuple("status-same-across-operations", OutcomeKind.CONFORMING, List.of()),
                        tuple("shape-same-across-operations", OutcomeKind.CONFORMING, List.of()),
                        tuple("head-as-get", OutcomeKind.CONFORMING, List.of("HEAD", "HEAD")),
                        tuple("authentication-first", OutcomeKind.CONFORMING, List.of("GET", "PATCH", "GET", "PATCH")),
                        tuple("stable-when-asked-again", OutcomeKind.CONFORMING, List.of("GET", "GET")));
        assertThat(api.getAllServeEvents()).hasSize(6 + 2 + 4 + 2);
    }

    @Test
    void nothing_is_made_up_that_might_change_data_or_end_a_session() {
        EngineExecutionResults results = run(selectFile(file("harmless")));

        List<String> sent = api.getAllServeEvents().stream()
                .map(it -> it.getRequest().getMethod() + " " + it.getRequest().getUrl())
                .toList();
        // What the suite lists is sent as it stands, a logout too: control, no-token, control-after, and no-token
        // again.
        assertThat(sent).filteredOn(it -> it.contains("logout")).hasSize(4).containsOnly("GET /logout");
        assertThat(sent)
                .contains("HEAD /orders", "GET /orders/naysayer-no-such-thing")
                .allMatch(it -> it.startsWith("GET ") || it.startsWith("HEAD "));
        assertThat(cases(results))
                .filteredOn(
                        it -> it.scenario().startsWith("path-") || it.scenario().startsWith("method-"))
                .filteredOn(it -> it.operation().equals("GET /logout"))
                .hasSize(2)
                .allMatch(it -> it.kind() == OutcomeKind.NOT_APPLICABLE)
                .allMatch(it -> "the path looks as if it ended a session, and is only asked for as the suite has it"
                        .equals(it.reason()));
        assertThat(cases(results))
                .filteredOn(it -> it.scenario().equals("method-delete"))
                .filteredOn(it -> it.operation().equals("GET /orders"))
                .singleElement()
                .returns("DELETE may change data: 'mutates: true' at the operation allows it", CaseOutcome::reason);
    }

    @Test
    void a_comparison_that_is_broken_fails_with_all_that_differs() {
        api.stubFor(head(urlEqualTo("/orders")).willReturn(ok()));

        EngineExecutionResults results = run(selectFile(file("probing")));

        assertThat(failures(results))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("[head-as-get] MUST, RFC 9110 section 9.3.2");
        assertThat(comparisons(results))
                .filteredOn(it -> it.finding().rule().equals("head-as-get"))
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(OutcomeKind.VIOLATION))
                .satisfies(
                        it -> assertThat(it.finding().actual())
                                .isEqualTo(
                                        "/orders › no-token: 401, Bearer realm=\"orders\" from GET; 200, no WWW-Authenticate from HEAD"));
    }

    @Test
    void in_a_strict_run_it_reads_in_ten_seconds() {
        api.stubFor(
                any(urlEqualTo("/orders")).withHeader("Authorization", absent()).willReturn(forbidden()));

        List<Throwable> failures = failures(Contracts.engine()
                .selectors(selectFile(file("plain")))
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                .configurationParameter(Setting.FAIL_ON.parameter(), "should")
                .execute());

        assertThat(failures)
                .filteredOn(it -> String.valueOf(it.getMessage()).contains("comparison › status"))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getStackTrace())
                        .singleElement()
                        .hasToString("Orders API.status-same-across-operations(plain.auth.yaml:1)"))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        Orders API › comparison › status-same-across-operations is broken

                        [status-same-across-operations] security advice, OWASP API Security Top 10 2023 section API5
                          expected  one status for each condition
                          actual    no-token: 403 from GET /orders; 401 from GET /orders/{id}
                          because   Where each operation checks for itself, one of them forgets, and the next one will.

                        To mend [status-same-across-operations]: Check credentials in one place, before requests are handed to operations.
                        """);
    }

    @Test
    void a_comparison_alone_has_its_cases_sent_all_the_same() {
        UniqueId alone = UniqueId.forEngine(AuthContractTestEngine.ID)
                .append("file", FOLDER.resolve("plain.auth.yaml").toString())
                .append("comparison", "status-same-across-operations");

        EngineExecutionResults results = run(selectUniqueId(alone));

        assertThat(comparisons(results)).extracting(ComparisonOutcome::kind).containsExactly(OutcomeKind.CONFORMING);
        assertThat(results.testEvents().started().count()).isOne();
        assertThat(api.getAllServeEvents()).hasSize(6);
    }

    @Test
    void a_probe_that_the_api_does_not_answer_leaves_it_undecided() {
        api.stubFor(head(urlEqualTo("/orders")).willReturn(serverError().withStatus(503)));

        EngineExecutionResults results = run(selectFile(file("probing")));

        assertThat(failures(results))
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo(
                        "Orders API › comparison › head-as-get is inconclusive: HEAD /orders › no-token was not answered by the API: 503; all other answers keep the rule");
    }

    @Test
    void what_is_broken_is_told_beside_a_probe_that_the_api_does_not_answer() {
        api.stubFor(head(urlEqualTo("/orders")).willReturn(serverError().withStatus(503)));
        api.stubFor(head(urlEqualTo("/orders/1001")).willReturn(aResponse().withStatus(404)));

        assertThat(comparisons(run(selectFile(file("probing")))))
                .filteredOn(it -> it.finding().rule().equals("head-as-get"))
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(OutcomeKind.WARNING))
                .satisfies(it -> assertThat(it.finding().actual()).isEqualTo("""
                        /orders/{id} › no-token: 401, Bearer realm="orders" from GET; 404, no WWW-Authenticate from HEAD
                        HEAD /orders › no-token was not answered by the API: 503"""));
    }

    @Test
    void a_credential_that_is_spent_by_now_is_not_asked_again_and_its_other_answer_is_nobodys_fault() {
        inSession(Scenario.STARTED, "controlled", ok("[]"));
        inSession("controlled", "over", forbidden());
        inSession("over", "over", unauthorized());

        EngineExecutionResults results = run(selectFile(file("session")));

        assertThat(comparisons(results))
                .filteredOn(it -> it.finding().rule().equals("stable-when-asked-again"))
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE))
                .satisfies(
                        it -> assertThat(it.finding().reason())
                                .isEqualTo(
                                        "GET /orders › bad-signature (again) could not be sent:"
                                                + " the good credential does not get through any more; all other answers keep the rule"));
    }

    @Test
    void where_nothing_can_be_sent_a_comparison_is_as_red_as_the_cases() {
        EngineExecutionResults results = Contracts.engine()
                .selectors(selectFile(file("plain")))
                .configurationParameter(Setting.TARGET.parameter(), "no url")
                .execute();

        assertThat(comparisons(results)).isNotEmpty().allMatch(it -> it.kind() == OutcomeKind.MISCONFIGURED);
        assertThat(failures(results))
                .hasSize(9)
                .filteredOn(it -> String.valueOf(it.getMessage()).contains("comparison"))
                .hasSize(3)
                .allMatch(it -> String.valueOf(it.getMessage()).contains(" is misconfigured: the base URL "));
    }

    @Test
    void a_comparison_alone_is_not_green_where_its_cases_have_no_answer() {
        api.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429)));
        UniqueId alone = UniqueId.forEngine(AuthContractTestEngine.ID)
                .append("file", FOLDER.resolve("plain.auth.yaml").toString())
                .append("comparison", "status-same-across-operations");

        assertThat(failures(run(selectUniqueId(alone))))
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo(
                        "Orders API › comparison › status-same-across-operations is inconclusive: no answer can be compared: 6 cases could not be judged");
    }

    @Test
    void what_every_answer_breaks_is_told_once_and_colours_no_case() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .willReturn(unauthorized()
                        .withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")
                        .withHeader("Server", "Jetty(12.0.9)")
                        .withHeader("Content-Type", "text/plain")
                        .withBody("Send a token.")));

        EngineExecutionResults results = run(selectFile(file("plain")));

        assertThat(failures(results)).isEmpty();
        assertThat(comparisons(results))
                .filteredOn(it -> it.finding().violated())
                .extracting(
                        it -> it.finding().rule(),
                        ComparisonOutcome::kind,
                        it -> it.finding().actual())
                .containsExactly(
                        tuple("no-store", OutcomeKind.WARNING, "all 2 answers: no Cache-Control"),
                        tuple("nosniff", OutcomeKind.WARNING, "all 2 answers: no X-Content-Type-Options"),
                        tuple("server-not-detailed", OutcomeKind.CONFORMING, "all 2 answers: Server: Jetty(12.0.9)"));
        assertThat(cases(results))
                .allMatch(it -> it.kind() == OutcomeKind.CONFORMING)
                .filteredOn(it -> !it.control())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.quiet().silent())
                        .contains(new QuietRules.Silence(
                                "this answer breaks it, which is told once for all answers",
                                List.of("no-store", "nosniff", "server-not-detailed"))));
    }

    @Test
    void in_a_strict_run_all_that_every_answer_breaks_is_one_red_test() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .willReturn(unauthorized()
                        .withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")
                        .withHeader("Server", "Jetty(12.0.9)")
                        .withHeader("Content-Type", "text/plain")
                        .withBody("Send a token.")));

        List<Throwable> failures = failures(Contracts.engine()
                .selectors(selectFile(file("plain")))
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                .configurationParameter(Setting.FAIL_ON.parameter(), "should")
                .execute());

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure.getStackTrace())
                        .singleElement()
                        .hasToString("Orders API.every-answer(plain.auth.yaml:1)"))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        Orders API › comparison › every-answer broke 2 of 7 rules

                        [no-store] security advice, OWASP ASVS 5.0 14.3.2
                          expected  Cache-Control: no-store
                          actual    all 2 answers: no Cache-Control
                          because   A refusal can tell who asked and for what; a cache shows it to the next at the same screen.

                        [nosniff] security advice, OWASP ASVS 5.0 3.4.4
                          expected  X-Content-Type-Options: nosniff
                          actual    all 2 answers: no X-Content-Type-Options
                          because   A browser that guesses may run as a page or a script what an error repeats of the request.

                        One more is broken, which does not make it red:

                        [server-not-detailed] advice, RFC 9110 section 10.2.4
                          expected  no version
                          actual    all 2 answers: Server: Jetty(12.0.9)
                          because   Whoever knows the version knows which of its published holes to try.

                        To mend [no-store]: Send Cache-Control: no-store with every refusal.
                        """);
    }

    @Test
    void what_every_answer_breaks_is_as_binding_as_the_suite_says() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .willReturn(unauthorized().withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")));

        assertThat(failures(run(selectFile(file("binding")))))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("Orders API › comparison › every-answer broke 1 of ")
                .contains("[error-representation] MUST, RFC 9110 section 15.5, level set by the suite");
    }

    @Test
    void where_no_case_has_an_answer_the_reason_is_told_once_for_all_rules() {
        api.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429)));

        assertThat(failures(run(selectFile(file("plain")))))
                .extracting(Throwable::getMessage)
                .contains(
                        "Orders API › comparison › every-answer is inconclusive: no answer can be compared: 6 cases could not be judged");
    }

    private void inSession(String state, String next, ResponseDefinitionBuilder answer) {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", matching(".+"))
                .inScenario("session")
                .whenScenarioStateIs(state)
                .willSetStateTo(next)
                .willReturn(answer));
    }

    private static String file(String name) {
        return FOLDER.resolve(name + ".auth.yaml").toString();
    }

    private EngineExecutionResults run(DiscoverySelector selector) {
        return Contracts.engine()
                .selectors(selector)
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                .execute();
    }

    private static List<Throwable> failures(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    /** Those that are a test of their own. */
    private static List<ComparisonOutcome> ofOneRuleEach(EngineExecutionResults results) {
        Set<String> shared =
                Comparisons.OF_EVERY_ANSWER.stream().map(it -> it.info().id()).collect(Collectors.toSet());
        return comparisons(results).stream()
                .filter(it -> !shared.contains(it.finding().rule()))
                .toList();
    }

    private static List<CaseOutcome> cases(EngineExecutionResults results) {
        return Published.outcomes(results);
    }

    private static List<ComparisonOutcome> comparisons(EngineExecutionResults results) {
        return Published.comparisons(results);
    }
}
