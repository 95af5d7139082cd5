package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.ReportEntries;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a waiver lets pass, and what not; and when it is red itself. */
@ExtendWith(SuiteKey.class)
class WaivedRunTest {

    private static final String NO_CHALLENGE = "challenge-follows-401";

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** One operation of which forgets the challenge. */
    @BeforeEach
    void start_an_api_that_wants_a_header() {
        api.start();
        api.stubFor(any(anyUrl()).willReturn(ok("[]")));
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", matching("(?!Bearer ).*"))
                .willReturn(unauthorized().withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")));
        refuse("/bills", unauthorized().withHeader("WWW-Authenticate", "Bearer realm=\"orders\""));
        refuse("/orders", unauthorized());
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
    }

    @Test
    void what_is_waived_passes_and_is_told_as_such() throws IOException {
        EngineExecutionResults results = run("""
                waivers:
                  - rule: challenge-follows-401
                    scenario: no-token
                    operation: GET /ord*
                    owner: team-orders
                    reason: The gateway takes it out.
                    link: https://tickets.example/ORD-17
                    until: 2999-12-31
                """);

        results.allEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(kinds(results))
                .containsEntry("GET /orders › no-token", OutcomeKind.WAIVED)
                .containsEntry("GET /bills › no-token", OutcomeKind.CONFORMING);
        assertThat(finding(results, NO_CHALLENGE).waiver()).satisfies(it -> {
            assertThat(it.owner()).isEqualTo("team-orders");
            assertThat(it.until()).isEqualTo(LocalDate.of(2999, 12, 31));
            assertThat(it.reason()).isEqualTo("The gateway takes it out.");
            assertThat(it.link()).isEqualTo("https://tickets.example/ORD-17");
            assertThat(it.place()).isEqualTo("orders.auth.yaml:9");
        });
        assertThat(Published.waivers(results))
                .singleElement()
                .returns(WaiverState.IN_USE, WaiverOutcome::state)
                .returns(1, WaiverOutcome::findings)
                .returns(false, WaiverOutcome::endsSoon);
        assertThat(tests(results)).endsWith("waivers");
    }

    @Test
    void a_waiver_hides_no_more_than_it_names() throws IOException {
        refuse(
                "/orders",
                unauthorized()
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"status\": \"401\", \"title\": 7}"));

        EngineExecutionResults results = run("""
                waivers:
                  - {rule: challenge-follows-401, owner: team-orders, reason: The gateway takes it out., until: 2999-12-31}
                """);

        assertThat(kinds(results)).containsEntry("GET /orders › no-token", OutcomeKind.VIOLATION);
        assertThat(failures(results))
                .singleElement()
                .asString()
                .contains("Orders API › GET /orders › no-token broke 1 of ")
                .contains("[problem-details-well-formed] MUST")
                .doesNotContain("[challenge-follows-401] MUST, RFC")
                .containsIgnoringNewLines(
                        "Waived [challenge-follows-401], MUST: The gateway takes it out. (team-orders, until 2999-12-31, orders.auth.yaml:9)");
    }

    @Test
    void a_scenario_that_is_waived_as_a_whole_hides_both_of_its_findings_and_those_of_no_other() throws IOException {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", matching("(?!Bearer ).*"))
                .willReturn(unauthorized()
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("[]")));

        EngineExecutionResults results = run("""
                waivers:
                  - {scenario: wrong-scheme, owner: team-orders, reason: Later., until: 2999-12-31}
                """);

        assertThat(kinds(results))
                .containsEntry("GET /orders › no-token", OutcomeKind.VIOLATION)
                .containsEntry("GET /orders › wrong-scheme", OutcomeKind.WAIVED);
        assertThat(Published.waivers(results))
                .singleElement()
                .extracting(WaiverOutcome::findings, as(InstanceOfAssertFactories.INTEGER))
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void the_level_that_fails_and_the_level_that_warns_are_waived_alike() throws IOException {
        String suite = """
                rules: {challenge-follows-401: {level: SHOULD, because: we are not there yet}}
                waivers:
                  - {rule: challenge-follows-401, owner: team-orders, reason: Later., until: 2999-12-31}
                """;

        assertThat(kinds(run(suite))).containsEntry("GET /orders › no-token", OutcomeKind.WAIVED);
        assertThat(kinds(run(suite, engine -> engine.configurationParameter("naysayer.fail-on", "should"))))
                .containsEntry("GET /orders › no-token", OutcomeKind.WAIVED);
    }

    @Test
    void what_could_not_be_judged_is_not_waived_and_says_nothing_of_a_waiver() throws IOException {
        refuse("/orders", serviceUnavailable());

        EngineExecutionResults results = run("""
                waivers:
                  - {scenario: no-token, operation: GET /orders, owner: team-orders, reason: Later., until: 2999-12-31}
                """, engine -> engine.configurationParameter("naysayer.retries", "0"));

        assertThat(kinds(results)).containsEntry("GET /orders › no-token", OutcomeKind.INCONCLUSIVE);
        assertThat(Published.waivers(results))
                .singleElement()
                .returns(WaiverState.UNJUDGED, WaiverOutcome::state)
                .returns("GET /orders › no-token was not judged", WaiverOutcome::reason);
        assertThat(failures(results)).noneMatch(it -> it.contains("› waivers"));
    }

    @Test
    void an_expired_waiver_waives_nothing_and_is_red_with_what_to_do() throws IOException {
        EngineExecutionResults results = run("""
                waivers:
                  - rule: challenge-follows-401
                    owner: team-orders
                    reason: The gateway takes it out.
                    until: 2020-02-29
                """);

        assertThat(kinds(results)).containsEntry("GET /orders › no-token", OutcomeKind.VIOLATION);
        assertThat(finding(results, NO_CHALLENGE).waiver()).isNull();
        assertThat(failures(results)).last().asString().isEqualToNormalizingNewlines("""
                Orders API › waivers: 1 expired

                orders.auth.yaml:9: its last day was 2020-02-29, so what it waived fails again: 1 finding
                  waives  challenge-follows-401
                  owner   team-orders
                  reason  The gateway takes it out.
                  next    mend the API and delete lines 9 to 12 of orders.auth.yaml, or agree with team-orders on a later 'until'
                """);
        assertThat(lastFailure(results).getStackTrace())
                .singleElement()
                .hasToString("Orders API.waivers(orders.auth.yaml:9)");
    }

    @Test
    void a_waiver_that_nothing_needs_any_more_is_red_and_says_what_to_delete() throws IOException {
        EngineExecutionResults results = run("""
                waivers:
                  - {rule: challenge-follows-401, operation: GET /orders, owner: a, reason: b, until: 2999-12-31}
                  - {rule: challenge-follows-401, operation: GET /bills, owner: team-bills, reason: Later., until: 2999-12-31}
                """);

        assertThat(failures(results)).singleElement().asString().isEqualToNormalizingNewlines("""
                Orders API › waivers: 1 unmatched

                orders.auth.yaml:10: nothing that it waives is broken
                  waives  challenge-follows-401 › GET /bills
                  owner   team-bills
                  reason  Later.
                  next    delete line 10 of orders.auth.yaml
                """);
        assertThat(Published.waivers(results))
                .extracting(WaiverOutcome::state)
                .containsExactly(WaiverState.IN_USE, WaiverState.UNMATCHED);
    }

    /** Else a rerun of what failed would turn it green. */
    @Test
    void a_waiver_is_judged_alone_as_it_is_beside_all_tests_and_only_what_it_names_is_sent() throws IOException {
        EngineExecutionResults results =
                run("""
                waivers:
                  - {scenario: no-token, operation: GET /bills, owner: a, reason: b, until: 2999-12-31}
                """, engine -> engine.filters(new Filter<?>[] {TagFilter.includeTags("waivers")}));

        assertThat(tests(results)).containsExactly("waivers");
        assertThat(failures(results)).singleElement().asString().contains("1 unmatched");
        assertThat(api.getAllServeEvents())
                .allMatch(it -> it.getRequest().getUrl().equals("/bills"));
        // Its control, and the refusal.
        assertThat(api.getAllServeEvents()).hasSize(2);
    }

    @Test
    void where_a_filter_leaves_the_waivers_out_nothing_is_said_of_them() throws IOException {
        EngineExecutionResults results =
                run("""
                waivers:
                  - {rule: challenge-follows-401, operation: GET /bills, owner: a, reason: b, until: 2999-12-31}
                  - {rule: challenge-follows-401, operation: GET /orders, owner: a, reason: b, until: 2999-12-31}
                """, engine -> engine.filters(new Filter<?>[] {TagFilter.includeTags("no-token")}));

        results.allEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(kinds(results)).containsEntry("GET /orders › no-token", OutcomeKind.WAIVED);
        assertThat(Published.waivers(results)).isEmpty();
    }

    @Test
    void a_rule_over_several_answers_is_waived_by_its_name() throws IOException {
        refuse("/bills", unauthorized().withStatus(403));

        EngineExecutionResults results = run("""
                waivers:
                  - {rule: status-same-across-operations, owner: a, reason: b, until: 2999-12-31}
                """);

        assertThat(Published.comparisons(results))
                .filteredOn(it -> it.finding().rule().equals("status-same-across-operations"))
                .singleElement()
                .returns(OutcomeKind.WAIVED, ComparisonOutcome::kind)
                .returns(true, it -> it.finding().isWaived());
        assertThat(Published.waivers(results)).singleElement().returns(WaiverState.IN_USE, WaiverOutcome::state);
    }

    @Test
    void what_every_answer_lacks_is_waived_by_its_name() throws IOException {
        refuse(
                "/bills",
                unauthorized()
                        .withHeader("WWW-Authenticate", "Bearer")
                        .withHeader("Content-Type", "text/plain")
                        .withBody("No."));
        EngineExecutionResults results = run("""
                waivers:
                  - {rule: nosniff, owner: a, reason: b, until: 2999-12-31}
                """);

        assertThat(Published.comparisons(results))
                .filteredOn(it -> it.finding().rule().equals("nosniff"))
                .singleElement()
                .returns(OutcomeKind.WAIVED, ComparisonOutcome::kind);
        assertThat(Published.waivers(results)).singleElement().returns(WaiverState.IN_USE, WaiverOutcome::state);
    }

    @Test
    void an_owner_is_told_in_time() throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String suite = """
                waivers:
                  - {rule: challenge-follows-401, scenario: no-token, owner: team-orders, reason: b, until: %s}
                  - {rule: challenge-follows-401, scenario: wrong-scheme, owner: team-orders, reason: b, until: %s}
                  - {rule: nosniff, owner: team-gateway, reason: b, until: %s}
                """.formatted(today.plusDays(3), today.plusDays(4), today.plusDays(60));

        assertThat(notices(run(suite)))
                .containsExactly(
                        "waivers of team-orders end soon: challenge-follows-401 › no-token on %s (orders.auth.yaml:9); challenge-follows-401 › wrong-scheme on %s (orders.auth.yaml:10)"
                                .formatted(today.plusDays(3), today.plusDays(4)));
        assertThat(notices(run(suite, engine -> engine.configurationParameter("naysayer.waiver-notice", "90d"))))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("waivers of team-gateway end soon: nosniff on ");
        assertThat(notices(run(suite, engine -> engine.configurationParameter("naysayer.waiver-notice", "0d"))))
                .isEmpty();
    }

    @Test
    void a_shard_says_nothing_of_what_others_may_need() throws IOException {
        List<WaiverOutcome> all = new ArrayList<>();
        for (String shard : List.of("1/5", "2/5", "3/5", "4/5", "5/5")) {
            EngineExecutionResults results = run("""
                    waivers:
                      - {rule: challenge-follows-401, operation: GET /orders, owner: a, reason: b, until: 2999-12-31}
                      - {rule: challenge-follows-401, operation: GET /bills, owner: a, reason: b, until: 2999-12-31}
                    """, engine -> engine.configurationParameter("naysayer.shard", shard));
            assertThat(failures(results)).noneMatch(it -> it.contains("› waivers"));
            all.addAll(Published.waivers(results));
        }

        assertThat(all)
                .extracting(WaiverOutcome::operation, WaiverOutcome::state)
                .containsOnly(
                        tuple("GET /orders", WaiverState.IN_USE),
                        tuple("GET /orders", WaiverState.UNMATCHED_IN_SHARD),
                        tuple("GET /bills", WaiverState.UNMATCHED_IN_SHARD));
    }

    /** Or who always runs a part of all tests would hear of nothing before the day after. */
    @Test
    void an_owner_is_told_also_where_the_test_of_the_waivers_is_left_out() throws IOException {
        LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(3);

        EngineExecutionResults results = run(
                """
                waivers:
                  - {rule: challenge-follows-401, owner: team-orders, reason: b, until: %s}
                """.formatted(soon), engine -> engine.filters(new Filter<?>[] {TagFilter.includeTags("wrong-scheme")}));

        assertThat(Published.waivers(results)).isEmpty();
        assertThat(notices(results))
                .containsExactly("waivers of team-orders end soon: challenge-follows-401 on %s (orders.auth.yaml:9)"
                        .formatted(soon));
    }

    @Test
    void a_shared_file_that_names_nearly_a_suite_of_the_run_is_told_and_other_suites_are_others_business()
            throws IOException {
        Files.writeString(folder.resolve("platform.waivers.yaml"), """
                waivers:
                  - {suites: Order API, rule: nosniff, owner: a, reason: b, until: 2999-12-31}
                  - {suites: [Stock API, Billing API], rule: nosniff, owner: a, reason: b, until: 2999-12-31}
                  - {suites: [Orders API, Orders APIs], rule: challenge-follows-401, owner: a, reason: b, until: 2999-12-31}
                  - {suites: Orders API 2, rule: nosniff, owner: a, reason: b, until: 2999-12-31}
                """);

        EngineExecutionResults results = run("waivers: platform.waivers.yaml");

        results.allEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(allNotices(results))
                .containsExactly(
                        "platform.waivers.yaml:2:14 waives something of a suite 'Order API', and no suite of this run is called so; did you mean 'Orders API'?");
    }

    @Test
    void of_a_suite_that_cannot_run_its_waivers_are_told_and_only_the_expired_are_red() throws IOException {
        EngineExecutionResults results =
                run("""
                waivers:
                  - {rule: challenge-follows-401, owner: a, reason: b, until: 2999-12-31}
                  - {rule: nosniff, owner: a, reason: b, until: 2020-12-31}
                """, engine -> engine.configurationParameter("naysayer.target", "nowhere"));

        assertThat(Published.waivers(results))
                .extracting(WaiverOutcome::state)
                .containsExactly(WaiverState.UNJUDGED, WaiverState.EXPIRED);
        assertThat(failures(results)).last().asString().startsWith("Orders API › waivers: 1 expired");
    }

    @Test
    void a_waiver_with_a_problem_is_one_of_its_suite_and_nothing_is_sent() throws IOException {
        EngineExecutionResults results = run("""
                waivers:
                  - {rule: challenge-follow-401, owner: a, reason: b, until: 2999-12-31}
                """);

        assertThat(results.containerEvents().failed().list())
                .singleElement()
                .extracting(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .asString()
                .contains("orders.auth.yaml:9:12: unknown rule 'challenge-follow-401'")
                .contains("did you mean 'challenge-follows-401'?");
        assertThat(api.getAllServeEvents()).isEmpty();
    }

    private void refuse(String path, ResponseDefinitionBuilder answer) {
        api.stubFor(get(urlEqualTo(path)).withHeader("Authorization", absent()).willReturn(answer));
    }

    private interface Told {
        EngineTestKit.Builder with(EngineTestKit.Builder engine);
    }

    private EngineExecutionResults run(String waivers) throws IOException {
        return run(waivers, engine -> engine);
    }

    private EngineExecutionResults run(String waivers, Told more) throws IOException {
        Path suite = Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                credentials:
                  bearer:
                    mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${NAYSAYER_TEST_KEY}"}
                operations: [GET /orders, GET /bills]
                scenarios: [no-token, wrong-scheme]

                """ + waivers);
        return more.with(Contracts.engine()
                        .selectors(selectFile(suite.toString()))
                        .configurationParameter(Setting.TARGET.parameter(), api.baseUrl()))
                .execute();
    }

    private static Map<String, OutcomeKind> kinds(EngineExecutionResults results) {
        return Published.outcomes(results).stream()
                .collect(Collectors.toMap(it -> it.operation() + " › " + it.scenario(), CaseOutcome::kind));
    }

    private static Finding finding(EngineExecutionResults results, String rule) {
        return Published.outcomes(results).stream()
                .flatMap(it -> it.findings().stream())
                .filter(it -> it.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> tests(EngineExecutionResults results) {
        return results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    private static List<String> failures(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }

    private static Throwable lastFailure(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .reduce((first, second) -> second)
                .orElseThrow()
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static List<String> notices(EngineExecutionResults results) {
        return allNotices(results).stream()
                .filter(it -> it.startsWith("waivers"))
                .toList();
    }

    private static List<String> allNotices(EngineExecutionResults results) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .get(ReportEntries.NOTICE_KEY))
                .filter(Objects::nonNull)
                .toList();
    }
}
