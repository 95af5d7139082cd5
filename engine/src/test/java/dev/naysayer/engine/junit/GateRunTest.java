package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.engine.outcome.GateOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A suite's tests judged together, and a baseline that cannot be used. */
@ExtendWith(SuiteKey.class)
class GateRunTest {

    private static final DiscoverySelector ALL = selectClass(Contracts.Orders.class);
    private static final String SUITE = "[engine:auth-contract]/[class:%s]/[suite:selected%%2Forders.auth.yaml]"
            .formatted(Contracts.Orders.class.getName());

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @TempDir
    private Path folder;

    @BeforeEach
    void start_an_api_that_lets_everybody_with_a_header_in() {
        api.start();
        api.stubFor(any(anyUrl()).willReturn(ok("[]")));
        refuse("/orders", 401);
        refuse("/orders/1001", 401);
    }

    /** With a warning: a pair that need not be quoted. */
    private void refuse(String path, int status) {
        api.stubFor(any(urlEqualTo(path))
                .withHeader("Authorization", absent())
                .willReturn(new ResponseDefinitionBuilder()
                        .withStatus(status)
                        .withHeader("WWW-Authenticate", "Bearer realm=\"\\orders\"")
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
    void without_gate_rules_there_is_no_gate() {
        assertThat(Published.gates(run(ALL))).isEmpty();
        assertThat(ending(run(ALL, "naysayer.fail-on=must"), "gate")).isEmpty();
    }

    @Test
    void a_gate_tells_every_rule_also_those_that_are_kept() {
        EngineExecutionResults results = run(
                ALL,
                "naysayer.fail-on=never",
                "naysayer.max-warnings=1",
                "naysayer.max-inconclusive=0",
                "naysayer.min-cases=9");

        assertThat(Published.gates(results))
                .extracting(it ->
                        "%s %s: %s, %s".formatted(it.rule(), it.limit(), it.kept() ? "kept" : "broken", it.words()))
                .containsExactly(
                        "fail-on never: kept, none fails, 3 broken",
                        "max-warnings 1: broken, 2 warn",
                        "max-inconclusive 0: kept, 0 inconclusive",
                        "min-cases 9: kept, 9 judged");
        assertThat(ending(results, "gate").get(0).getThrowable().orElseThrow())
                .satisfies(it -> assertThat(it.getStackTrace())
                        .singleElement()
                        .hasToString("Orders API.gate(orders.auth.yaml:1)"))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                    Orders API › gate broke 1 of 4 rules

                      kept    fail-on never: none fails, 3 broken
                      BROKEN  max-warnings 1: 2 warn
                      kept    max-inconclusive 0: 0 inconclusive
                      kept    min-cases 9: 9 judged\
                    """);
    }

    @Test
    void a_gate_that_is_kept_passes_and_single_tests_are_red_by_themselves() {
        EngineExecutionResults results = run(ALL, "naysayer.max-warnings=2");

        assertThat(Published.gates(results))
                .extracting(GateOutcome::rule, GateOutcome::kept)
                .containsExactly(tuple("fail-on", false), tuple("max-warnings", true));
        assertThat(status(results, "gate")).isEqualTo("SUCCESSFUL");
        assertThat(results.testEvents().failed().count()).isEqualTo(3);
    }

    @Test
    void a_gate_with_nothing_to_judge_is_red() {
        EngineExecutionResults results = run(ALL, "naysayer.max-warnings=99", "naysayer.target=http://127.0.0.1:1");

        assertThat(Published.gates(results)).hasSize(2).noneMatch(GateOutcome::kept);
        assertThat(ending(results, "gate").get(0).getThrowable().orElseThrow())
                .hasMessageContaining("BROKEN  max-warnings 99: nothing to judge");
    }

    @Test
    void what_is_inconclusive_is_skipped_only_where_the_gate_counts_it() {
        refuse("/orders", 503);
        String few = "naysayer.max-inconclusive=1";

        assertThat(status(run(ALL, few), "GET /orders › no-token")).isEqualTo("ABORTED");
        assertThat(status(run(ALL, few), "gate")).isEqualTo("SUCCESSFUL");
        assertThat(status(run(ALL, "naysayer.max-inconclusive=0"), "gate")).isEqualTo("FAILED");
        assertThat(status(
                        run(selectUniqueId(SUITE + "/[case:GET %2Forders › no-token]"), few), "GET /orders › no-token"))
                .isEqualTo("FAILED");
        assertThat(status(engine(ALL, few).filters(excludeTags("gate")).execute(), "GET /orders › no-token"))
                .isEqualTo("FAILED");
    }

    @Test
    void a_gate_that_is_run_again_alone_judges_the_whole_suite() {
        EngineExecutionResults results = run(selectUniqueId(SUITE + "/[gate:gate]"), "naysayer.max-warnings=1");

        assertThat(Published.gates(results)).extracting(GateOutcome::words).containsExactly("3 fail", "2 warn");
        assertThat(status(results, "gate")).isEqualTo("FAILED");
    }

    @Test
    void no_shard_has_a_gate_and_what_is_inconclusive_there_is_judged_where_shards_are_merged() {
        refuse("/orders", 503);
        for (String shard : List.of("1/2", "2/2")) {
            EngineExecutionResults results = run(ALL, "naysayer.max-inconclusive=0", "naysayer.shard=" + shard);

            assertThat(Published.gates(results)).isEmpty();
            assertThat(ending(results, "GET /orders › no-token"))
                    .allMatch(it -> it.getStatus() == TestExecutionResult.Status.ABORTED);
        }
    }

    @Test
    void what_the_baseline_has_passes_and_what_it_has_not_says_that_the_rest_is_broken_as_well() throws IOException {
        Path main = RecordedBaseline.write(run(ALL), folder.resolve("report.json"));
        api.stubFor(any(urlEqualTo("/orders"))
                .withHeader("Authorization", absent())
                .willReturn(aResponse().withStatus(401)));

        EngineExecutionResults results = run(ALL, "naysayer.baseline=" + main, "naysayer.fail-on=new");

        assertThat(results.testEvents().failed().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactly("GET /orders › no-token");
        assertThat(Published.gates(results))
                .singleElement()
                .returns("1 fail, 3 known to the baseline", GateOutcome::words);
    }

    @Test
    void a_baseline_that_cannot_be_used_makes_all_red_and_nothing_is_sent() throws IOException {
        Path unfinished = RecordedBaseline.write(List.of(), List.of(), null, folder.resolve("unfinished.json"));
        Path other = Files.writeString(folder.resolve("other.json"), "{\"schemaVersion\": 99}");
        Path none = Files.writeString(folder.resolve("none.json"), "<html>");
        Path whole = RecordedBaseline.write(run(ALL), folder.resolve("whole.json"));
        Path torn = Files.writeString(
                folder.resolve("torn.json"), Files.readString(whole).substring(0, 1500));
        api.resetRequests();

        assertThat(problem("naysayer.baseline=" + folder.resolve("absent.json")))
                .isEqualTo(
                        "naysayer.baseline: there is no report %s: name the report.json of the run to compare with, by a path from the folder in which the tests run"
                                .formatted(folder.resolve("absent.json")));
        assertThat(problem("naysayer.baseline=" + unfinished))
                .isEqualTo(
                        "naysayer.baseline: %s: its run has not finished, so findings may be missing: take the report of one that has"
                                .formatted(unfinished));
        assertThat(problem("naysayer.baseline=" + other))
                .startsWith("naysayer.baseline: %s: it is of form 99, and this version of Naysayer reads the forms"
                        .formatted(other));
        assertThat(problem("naysayer.baseline=" + none))
                .startsWith("naysayer.baseline: %s".formatted(none))
                .contains("no report of Naysayer");
        assertThat(problem("naysayer.baseline=" + torn)).startsWith("naysayer.baseline: %s, line 1: ".formatted(torn));
        assertThat(problem("naysayer.fail-on=new"))
                .isEqualTo(
                        "naysayer.fail-on=new says what is new by a baseline, and there is none: set naysayer.baseline"
                                + " to the report.json of another run, such as that of the main branch");
        assertThat(problem("naysayer.baseline=target/naysayer/report.json"))
                .isEqualTo("naysayer.baseline: target/naysayer/report.json lies where this run writes its own report:"
                        + " keep the one to compare with elsewhere");
        assertThat(api.getAllServeEvents()).isEmpty();
    }

    @Test
    void the_setting_that_was_there_before_is_unknown_now() {
        assertThat(problem("naysayer.strict=true"))
                .isEqualTo("there is no setting 'naysayer.strict' any more: say naysayer.fail-on=should");
    }

    private String problem(String setting) {
        return Contracts.problems(engine(ALL, setting)).get(0);
    }

    private EngineExecutionResults run(DiscoverySelector selected, String... settings) {
        return engine(selected, settings).execute();
    }

    private EngineTestKit.Builder engine(DiscoverySelector selected, String... settings) {
        EngineTestKit.Builder engine = Contracts.engine()
                .selectors(selected)
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl());
        Arrays.stream(settings).map(it -> it.split("=", 2)).forEach(it -> engine.configurationParameter(it[0], it[1]));
        return engine;
    }

    private static List<TestExecutionResult> ending(EngineExecutionResults results, String test) {
        return results.testEvents().finished().stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(test))
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .toList();
    }

    private static String status(EngineExecutionResults results, String test) {
        return ending(results, test).stream().map(it -> it.getStatus().name()).collect(Collectors.joining());
    }
}
