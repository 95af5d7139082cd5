package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.ReportEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

@ExtendWith(SuiteKey.class)
class ExecutionTest {

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @BeforeEach
    void start_an_api_that_lets_everybody_with_a_header_in() {
        api.start();
        api.stubFor(any(anyUrl()).willReturn(ok("[]")));
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .willReturn(new ResponseDefinitionBuilder()
                        .withStatus(401)
                        .withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")
                        .withHeader("Cache-Control", "no-store")
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .withHeader("Content-Type", "text/plain")
                        .withBody("Send a token.")));
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
    }

    @Test
    void cases_pass_fail_or_are_skipped_as_their_outcomes_say() {
        EngineExecutionResults results = run(selectClass(Contracts.Orders.class));

        // The two comparisons across operations and that of every answer pass; no challenge names a scope, so one does
        // not apply.
        assertThat(results.testEvents().succeeded().count()).isEqualTo(9);
        assertThat(results.testEvents().failed().count()).isEqualTo(3);
        assertThat(results.testEvents().aborted().count()).isEqualTo(2);
        assertThat(outcomes(results))
                .extracting(CaseOutcome::kind)
                .containsExactly(
                        OutcomeKind.CONFORMING,
                        OutcomeKind.CONFORMING,
                        OutcomeKind.VIOLATION,
                        OutcomeKind.VIOLATION,
                        OutcomeKind.CONFORMING,
                        OutcomeKind.CONFORMING,
                        OutcomeKind.CONFORMING,
                        OutcomeKind.VIOLATION,
                        OutcomeKind.NOT_APPLICABLE,
                        OutcomeKind.CONFORMING);
    }

    @Test
    void a_failure_reads_in_ten_seconds() {
        EngineExecutionResults results = run(selectClass(Contracts.Orders.class));

        Throwable failure = results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
        assertThat(String.valueOf(failure.getMessage()).replaceAll(":\\d+/", ":8080/"))
                .isEqualTo("""
                Orders API › GET /orders › expired-token broke 1 of 3 rules
                  presented  a token that expired longer ago than the API's leeway
                  sent       GET http://localhost:8080/orders
                             Authorization: Bearer ***redacted***

                [expiry-checked] MUST, RFC 7519 section 4.1.4
                  expected  a refusal
                  actual    200
                  because   A stolen token works for ever, and a right that was taken away remains.

                To mend [expiry-checked]: Compare exp with the clock, with a leeway of a minute or two, and refuse an exp that is no time.
                """);
        assertThat(failure.getStackTrace())
                .singleElement()
                .hasToString("Orders API.expired-token(orders.auth.yaml:12)");
    }

    @Test
    void one_case_alone_still_has_its_control() {
        DiscoverySelector noToken = selectUniqueId("[engine:auth-contract]/[class:" + Contracts.Orders.class.getName()
                + "]/[suite:selected%2Forders.auth.yaml]/[case:GET %2Forders › no-token]");

        EngineExecutionResults results = run(noToken);

        assertThat(results.testEvents().succeeded().count()).isOne();
        assertThat(api.getAllServeEvents()).hasSize(2);
    }

    @Test
    void a_target_that_does_not_start_makes_every_case_misconfigured_and_is_stopped_all_the_same() {
        int stopped = Contracts.Unstartable.STOPPED.get();

        EngineExecutionResults results = run(selectClass(Contracts.WithUnstartableTarget.class));

        assertThat(outcomes(results))
                .hasSize(3)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.MISCONFIGURED)
                .allMatch(
                        outcome -> String.valueOf(outcome.reason())
                                .endsWith(
                                        "Unstartable did not start: java.lang.IllegalStateException: the database is not there"));
        // The three cases, and the comparison of their answers.
        assertThat(results.testEvents().failed().count()).isEqualTo(4);
        assertThat(api.getAllServeEvents()).isEmpty();
        assertThat(Contracts.Unstartable.STOPPED).hasValue(stopped + 1);
    }

    @Test
    void a_target_that_cannot_be_told_whom_to_trust_makes_every_case_misconfigured() {
        EngineExecutionResults results = run(selectClass(Contracts.TrustsNobody.class));

        assertThat(outcomes(results))
                .hasSize(3)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.MISCONFIGURED)
                .allMatch(outcome -> String.valueOf(outcome.reason())
                        .endsWith("did not start: java.lang.IllegalStateException: no issuer can be set"));
    }

    @Test
    void a_target_that_hangs_is_waited_for_only_so_long() {
        EngineExecutionResults results = Contracts.engine()
                .selectors(selectClass(Contracts.WithTargetThatHangs.class))
                .configurationParameter(Setting.START_TIMEOUT.parameter(), "1")
                .execute();

        assertThat(outcomes(results))
                .hasSize(3)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.MISCONFIGURED)
                .allMatch(outcome -> String.valueOf(outcome.reason())
                        .endsWith(
                                "did not start: it took longer than 1 s, the limit that naysayer.start-timeout sets"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"variables()", "url()", "filters()", "requestSpecification()"})
    void what_a_target_is_asked_for_is_waited_for_only_so_long(String hanging) {
        Contracts.HangsSomewhere.hanging = hanging;

        EngineExecutionResults results = Contracts.engine()
                .selectors(selectClass(Contracts.HangsSomewhere.class))
                .configurationParameter(Setting.START_TIMEOUT.parameter(), "1")
                .execute();

        assertThat(outcomes(results))
                .hasSize(3)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.MISCONFIGURED)
                .allMatch(outcome -> String.valueOf(outcome.reason())
                        .equals(hanging
                                + " of the target %s took longer than 1 s, the limit that naysayer.start-timeout sets"
                                        .formatted(Contracts.HangsSomewhere.class.getName())));
    }

    @Test
    void a_target_that_does_not_stop_is_left_alone_and_its_class_fails() {
        Contracts.HangsSomewhere.hanging = "stop()";

        EngineExecutionResults results = Contracts.engine()
                .selectors(selectClass(Contracts.HangsSomewhere.class))
                .configurationParameter(Setting.START_TIMEOUT.parameter(), "1")
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                .execute();

        assertThat(outcomes(results)).extracting(CaseOutcome::kind).containsOnly(OutcomeKind.CONFORMING);
        assertThat(results.containerEvents().failed().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                        .flatMap(result -> result.getThrowable().stream())
                        .map(Throwable::getMessage))
                .containsExactly(
                        "stop() of the target %s took longer than 1 s, the limit that naysayer.start-timeout sets; what it started may still run"
                                .formatted(Contracts.HangsSomewhere.class.getName()));
    }

    @Test
    void a_cancelled_run_sends_nothing_more_and_stops_its_target() {
        int stopped = Contracts.ItsOwnTarget.STOPPED.get();
        CancellationToken cancelled = CancellationToken.create();
        api.addMockServiceRequestListener((request, response) -> cancelled.cancel());

        EngineExecutionResults results = Contracts.engine()
                .selectors(selectClass(Contracts.ItsOwnTarget.class))
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                .cancellationToken(cancelled)
                .execute();

        assertThat(results.testEvents().started().count()).isOne();
        assertThat(api.getAllServeEvents()).hasSize(1);
        assertThat(Contracts.ItsOwnTarget.STOPPED).hasValue(stopped + 1);
    }

    @Test
    void a_class_can_be_its_own_target() {
        int stopped = Contracts.ItsOwnTarget.STOPPED.get();

        EngineExecutionResults results = run(selectClass(Contracts.ItsOwnTarget.class));

        assertThat(outcomes(results)).extracting(CaseOutcome::kind).containsOnly(OutcomeKind.CONFORMING);
        assertThat(Contracts.ItsOwnTarget.STOPPED).hasValue(stopped + 1);
    }

    @Test
    void a_variable_that_was_promised_and_not_given_is_told_with_its_place() {
        EngineExecutionResults results = run(selectClass(Contracts.BreaksItsPromise.class));

        assertThat(outcomes(results))
                .hasSize(3)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.MISCONFIGURED)
                .allMatch(outcome -> String.valueOf(outcome.reason())
                        .startsWith("promised.auth.yaml:4:20: the variable 'ISSUER' is not set"));
        assertThat(api.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_profile_and_the_suite_itself_decide_how_binding_a_rule_is() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .willReturn(aResponse().withStatus(401).withHeader("WWW-Authenticate", "Bearer")));

        EngineExecutionResults results =
                run(selectFile("src/test/resources/dev/naysayer/engine/junit/profiles/rules.auth.yaml"));

        CaseOutcome noToken = outcomes(results).get(1);
        assertThat(noToken.kind()).isEqualTo(OutcomeKind.WARNING);
        assertThat(noToken.violations())
                .extracting(Finding::rule, Finding::level, Finding::profile, Finding::because)
                .containsExactly(tuple("bearer-has-parameter", "SHOULD", "house", "Our gateway writes a bare Bearer."));
        assertThat(comparisons(results))
                .filteredOn(it -> it.finding().violated())
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(OutcomeKind.CONFORMING))
                .extracting(ComparisonOutcome::finding)
                .returns("error-representation", Finding::rule)
                .returns("advice", Finding::level)
                .returns("the suite", Finding::profile)
                .returns("Our clients read no bodies.", Finding::because);
    }

    @Test
    void a_strict_run_lets_no_warning_pass() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .willReturn(unauthorized().withHeader("WWW-Authenticate", "Bearer realm=\"\\orders\"")));

        for (boolean strict : List.of(false, true)) {
            EngineExecutionResults results = Contracts.engine()
                    .selectors(selectClass(Contracts.Orders.class))
                    .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                    .configurationParameter(Setting.FAIL_ON.parameter(), strict ? "should" : "must")
                    .execute();

            CaseOutcome noToken = outcomes(results).get(1);
            assertThat(noToken.kind()).isEqualTo(strict ? OutcomeKind.VIOLATION : OutcomeKind.WARNING);
            assertThat(noToken.violations())
                    .extracting(Finding::rule, Finding::level)
                    .containsExactly(tuple("no-needless-quoted-pair", "SHOULD"));
        }
    }

    @Test
    void nothing_goes_in_clear_to_a_started_target_on_another_machine() {
        EngineExecutionResults results = Contracts.engine()
                .selectors(selectClass(Contracts.FarAway.class))
                .execute();

        assertThat(outcomes(results))
                .hasSize(3)
                .allMatch(outcome -> outcome.kind() == OutcomeKind.MISCONFIGURED)
                .allMatch(outcome -> String.valueOf(outcome.reason())
                        .startsWith(
                                "the base URL is plain http to another machine, and whoever is on the way can read"));
    }

    @Test
    void a_good_credential_goes_without_tls_to_this_machine_only_or_for_a_reason(@TempDir Path folder)
            throws IOException {
        String suite = """
                suite: Orders API
                target: https://orders.invalid
                credentials: {bearer: {mint: {issuer: https://issuer.example, audience: a, key: "${NAYSAYER_TEST_KEY}"}}}
                operations: [GET /orders: {control: off}]
                scenarios: [plain-http]
                """;
        Path file = Files.writeString(folder.resolve("clear.auth.yaml"), suite);
        assertThat(outcomes(Contracts.engine()
                        .selectors(selectFile(file.toString()))
                        .execute()))
                .last()
                .returns(OutcomeKind.NOT_APPLICABLE, CaseOutcome::kind)
                .returns(
                        "it would send a good credential in clear to another machine; say why it may: 'allow-plain-http: …' at the top of the suite",
                        CaseOutcome::reason);

        Files.writeString(file, suite + "allow-plain-http: nobody is at home there\n");
        assertThat(outcomes(Contracts.engine()
                        .selectors(selectFile(file.toString()))
                        .execute()))
                .last()
                .returns(OutcomeKind.CONFORMING, CaseOutcome::kind)
                .extracting(CaseOutcome::reason)
                .asString()
                .startsWith("no answer is right: unknown host: http://orders.invalid");
    }

    @Test
    void every_request_names_the_run_and_the_run_is_told_once() {
        EngineExecutionResults results = run(selectClass(Contracts.Orders.class));

        List<String> ids = results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(pairs -> pairs.containsKey(ReportEntries.RUN_KEY))
                .map(pairs -> pairs.get(ReportEntries.RUN_KEY))
                .toList();
        assertThat(ids).singleElement().asString().matches("[0-9a-f]{8}");
        assertThat(api.getAllServeEvents())
                .hasSizeGreaterThan(5)
                .extracting(event -> event.getRequest().getHeader("User-Agent"))
                .allMatch(name -> name.matches("Naysayer/\\d+\\.\\d+\\.\\S+ \\(run %s\\)".formatted(ids.get(0))));
    }

    @Test
    void who_asks_and_how_fast_can_be_set() {
        long begun = System.nanoTime();
        Contracts.engine()
                .selectors(selectClass(Contracts.ItsOwnTarget.class))
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                .configurationParameter(Setting.USER_AGENT.parameter(), "Orders tests")
                .configurationParameter(Setting.RATE_LIMIT.parameter(), "10")
                .execute();

        // The three cases, one in 100 ms.
        assertThat(api.getAllServeEvents())
                .hasSize(3)
                .extracting(event -> event.getRequest().getHeader("User-Agent"))
                .containsOnly("Orders tests");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(200));
    }

    private EngineExecutionResults run(DiscoverySelector selector) {
        return Contracts.engine()
                .selectors(selector)
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                .execute();
    }

    private static List<ComparisonOutcome> comparisons(EngineExecutionResults results) {
        return Published.comparisons(results);
    }

    private static List<CaseOutcome> outcomes(EngineExecutionResults results) {
        return Published.outcomes(results);
    }
}
