package dev.naysayer.reports.collect;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.reports.ListeningConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run that is compared with main, from the tests to its record, and the record judged again by a command. */
class GatedRunTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "the-only-good-token-of-these-tests";

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    private final ListeningConsole console = new ListeningConsole();

    @TempDir
    private Path folder;

    @BeforeEach
    void start_an_api_of_which_main_breaks_one_operation() {
        System.setProperty("GATED_RUN_TOKEN", TOKEN);
        api.start();
        api.stubFor(any(anyUrl()).willReturn(refusal().withHeader("WWW-Authenticate", "Bearer realm=\"things\"")));
        refuse("/things/1", refusal());
        letIn();
    }

    private static ResponseDefinitionBuilder refusal() {
        return status(401).withHeader("Cache-Control", "no-store").withHeader("X-Content-Type-Options", "nosniff");
    }

    private void refuse(String path, ResponseDefinitionBuilder answer) {
        api.stubFor(any(urlEqualTo(path)).willReturn(answer));
        letIn();
    }

    private void letIn() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(okJson("[]")));
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
        System.clearProperty("GATED_RUN_TOKEN");
    }

    @Test
    void what_main_breaks_too_is_known_and_all_else_is_told_in_words() throws IOException {
        run("main", "naysayer.run-id=main-1");
        refuse("/things/2", refusal());
        console.clear();

        run(
                "pr",
                "naysayer.baseline=" + folder.resolve("main"),
                "naysayer.fail-on=new",
                "naysayer.max-warnings=9",
                "naysayer.min-cases=6");

        assertThat(console.told())
                .containsSubsequence(
                        "Gate fail-on new: BROKEN, 1 fail, 1 known to the baseline",
                        "Gate max-warnings 9: kept, ",
                        "Gate min-cases 6: kept, 9 judged",
                        "Compared with run main-1 of ",
                        ": 1 finding is new, 2 are known",
                        "Report: ");
        JsonNode report = report("pr");
        assertThat(report.at("/gate/rules/failOn").asString()).isEqualTo("new");
        assertThat(report.at("/gate/outcomes").values())
                .extracting(
                        it -> it.at("/rule").asString() + " " + it.at("/kept").asBoolean())
                .containsExactly("fail-on false", "max-warnings true", "min-cases true");
        assertThat(report.at("/changes/all/0/words").asString())
                .startsWith("was 401 with a challenge, is 401 without: ");
        assertThat(report.at("/changes/all/0/operation").asString()).isEqualTo("GET /things/2");
    }

    @Test
    void a_saved_record_is_judged_by_what_the_command_is_told_or_else_by_what_the_run_was() throws IOException {
        run("main");
        run("pr", "naysayer.baseline=" + folder.resolve("main/report.json"), "naysayer.fail-on=new");

        assertThat(gate("pr")).as(console.told()).isZero();
        assertThat(gate("pr", "--fail-on=must")).isEqualTo(1);
        assertThat(gate("pr", "--fail-on=never")).isZero();
        assertThat(gate("pr", "--min-cases=99")).isEqualTo(1);
        assertThat(gate("main")).isEqualTo(1);
        assertThat(gate("main", "--fail-on=new")).isEqualTo(2);
        assertThat(gate("main", "--fail-on=new", "--baseline=" + folder.resolve("main")))
                .isZero();
        assertThat(gate("pr", "--baseline=" + folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(gate("pr", "--max-warnings=many")).isEqualTo(2);
        assertThat(console.told())
                .contains(
                        "Gate min-cases 99: BROKEN, 9 judged",
                        "what is new is said by a baseline: add --baseline=",
                        "there is no report " + folder.resolve("nowhere"),
                        "--max-warnings has to be a whole number, from 0 to 999999");
    }

    @Test
    void the_command_says_what_is_new_and_writes_the_report_again_with_it() throws IOException {
        run("main", "naysayer.run-id=main-1");
        refuse("/things/2", refusal());
        run("pr");
        console.clear();

        assertThat(gate(
                        "pr",
                        "--fail-on=new",
                        "--baseline=" + folder.resolve("main"),
                        "--into=" + folder.resolve("again")))
                .isEqualTo(1);

        assertThat(console.told())
                .contains(
                        "Report: " + folder.resolve("again/index.html"),
                        "Compared with run main-1 of ",
                        "  new: Things API › GET /things/2 › no-token › challenge-follows-401: was 401 with a challenge, is 401 without: ");
        assertThat(report("again").at("/changes/findings/NEW").asInt()).isEqualTo(1);
        assertThat(report("again").at("/gate/rules/failOn").asString()).isEqualTo("new");
        assertThat(report("pr").at("/changes").isNull()).isTrue();
    }

    @Test
    void shards_are_judged_together_by_what_they_were_told() throws IOException {
        refuse("/things/1", status(503));
        for (int number = 1; number <= 2; number++) {
            run("shards/" + number, "naysayer.shard=" + number + "/2", "naysayer.max-inconclusive=0");
        }
        console.clear();

        assertThat(merge()).isEqualTo(1);
        assertThat(console.told()).contains("Gate max-inconclusive 0: BROKEN, 1 inconclusive");
        assertThat(merge("--max-inconclusive=1")).as(console.told()).isZero();
        assertThat(console.told()).contains("Gate max-inconclusive 1: kept, 1 inconclusive");
    }

    @Test
    void what_a_filter_left_out_has_not_vanished_and_does_not_count() throws IOException {
        run("main", "naysayer.run-id=main-1");
        console.clear();

        run("part", 3, List.of(TagFilter.includeTags("control")), "naysayer.baseline=" + folder.resolve("main"));

        assertThat(console.told()).contains(": no finding is new, 3 cases were not run");
        JsonNode part = report("part");
        assertThat(part.at("/run/parts").values())
                .extracting(JsonNode::asString)
                .containsExactly("Things API");
        assertThat(part.at("/changes/notRun").asInt()).isEqualTo(3);
        assertThat(part.at("/changes/all").size()).isZero();
        assertThat(gate("part", "--min-cases=6")).as(console.told()).isZero();
        assertThat(gate("part", "--min-cases=7")).isEqualTo(1);
        assertThat(console.told()).contains("Gate min-cases 7: BROKEN, 6 judged", "3 cases were not run");
    }

    @Test
    void where_a_comparison_alone_was_chosen_no_case_has_vanished() throws IOException {
        run("main", "naysayer.run-id=main-1");
        console.clear();

        run("part", 3, List.of(TagFilter.includeTags("comparison")), "naysayer.baseline=" + folder.resolve("main"));

        JsonNode part = report("part");
        assertThat(part.at("/cases").size()).isZero();
        assertThat(part.at("/run/parts").values())
                .extracting(JsonNode::asString)
                .containsExactly("Things API");
        assertThat(part.at("/changes/notRun").asInt()).isEqualTo(9);
        assertThat(part.at("/changes/all").size()).isZero();
        assertThat(console.told()).contains(": no finding is new, 1 is known, 9 cases were not run");
    }

    @Test
    void beside_a_baseline_that_has_a_part_only_findings_are_new_and_cases_are_not() throws IOException {
        run("part", 3, List.of(TagFilter.includeTags("control")), "naysayer.run-id=part-1");

        run("whole", "naysayer.baseline=" + folder.resolve("part"));

        assertThat(report("whole").at("/changes/cases/NEW").asInt()).isZero();
        assertThat(report("whole").at("/changes/findings/NEW").asInt()).isPositive();
        assertThat(report("whole").at("/changes/all/0/words").asString()).startsWith("was not tested, is ");
    }

    /** As Surefire does it with what failed. */
    @Test
    void what_is_run_again_in_part_leaves_the_run_whole() throws IOException {
        run("main", 4, List.of(), "naysayer.run-id=main-1");
        run("again", "naysayer.run-id=pr-1");
        console.clear();

        run(
                "again",
                3,
                List.of(TagFilter.includeTags("no-token")),
                "naysayer.run-id=pr-1",
                "naysayer.baseline=" + folder.resolve("main"));

        assertThat(report("again").at("/run/parts").size()).isZero();
        assertThat(report("again").at("/changes/notRun").asInt()).isZero();
        assertThat(report("again").at("/changes/cases/VANISHED").asInt()).isEqualTo(3);
        assertThat(report("again").at("/changes/all/0/words").asString())
                .isEqualTo("was conforming, is not in this run: removed, or called otherwise");
    }

    @Test
    void a_shard_is_compared_with_what_it_has_of_the_baseline_and_is_none_itself() throws IOException {
        run("main", 12, List.of(), "naysayer.run-id=main-1");
        console.clear();

        run("shards/1", 12, List.of(), "naysayer.shard=1/2", "naysayer.baseline=" + folder.resolve("main"));

        JsonNode shard = report("shards/1");
        assertThat(shard.at("/changes/notRun").asInt())
                .isEqualTo(36 - shard.at("/cases").size())
                .isPositive();
        assertThat(shard.at("/changes/all").size()).isZero();
        assertThat(gate("main", "--baseline=" + folder.resolve("shards/1"))).isEqualTo(2);
        assertThat(console.told())
                .contains("it is of 1 of 2 shards, so what the others have would count as new:"
                        + " take the report of all of them together");
    }

    @Test
    void shards_that_were_told_different_gate_rules_are_refused_unless_somebody_says_what_holds() throws IOException {
        refuse("/things/1", refusal().withHeader("WWW-Authenticate", "Bearer realm=\"things\""));
        run("shards/1", "naysayer.shard=1/2", "naysayer.max-warnings=3", "naysayer.fail-on=should");
        run("shards/2", "naysayer.shard=2/2", "naysayer.max-warnings=3");
        console.clear();

        assertThat(merge()).isEqualTo(2);
        assertThat(console.told())
                .contains("these shards were told different gate rules: fail-on: should in "
                        + folder.resolve("shards/1")
                        + ", must in "
                        + folder.resolve("shards/2")
                        + ": run all of them with the same, or say here which holds, as --max-warnings=3");
        assertThat(folder.resolve("merged")).doesNotExist();
        assertThat(merge("--fail-on=must")).as(console.told()).isZero();
        assertThat(console.told()).contains("Gate fail-on must: kept", "Gate max-warnings 3: kept");
    }

    private JsonNode report(String reports) {
        return JSON.readTree(folder.resolve(reports).resolve("report.json").toFile());
    }

    private int gate(String record, String... options) {
        return command("gate", List.of(folder.resolve(record).toString()), options);
    }

    private int merge(String... options) {
        return command(
                "merge",
                List.of(
                        folder.resolve("merged").toString(),
                        folder.resolve("shards").toString()),
                options);
    }

    private int command(String name, List<String> words, String... options) {
        List<String> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(words);
        arguments.addAll(Arrays.asList(options));
        return console.run(arguments.toArray(String[]::new));
    }

    private void run(String reports, String... settings) throws IOException {
        run(reports, 3, List.of(), settings);
    }

    private void run(String reports, int operations, List<PostDiscoveryFilter> filters, String... settings)
            throws IOException {
        Path suite =
                Files.writeString(folder.resolve("things.auth.yaml"), """
                suite: Things API
                credentials:
                  bearer:
                    token: {good: "${GATED_RUN_TOKEN}"}
                operations: [%s]
                scenarios: [no-token]
                rules: {status-same-across-operations: {level: MAY, because: Of no interest here.}}
                """.formatted(IntStream.rangeClosed(1, operations)
                        .mapToObj("GET /things/%d"::formatted)
                        .collect(Collectors.joining(", "))));
        LaunchedSuite.run(
                suite,
                api.baseUrl(),
                folder.resolve(reports),
                filters,
                Arrays.stream(settings).map(it -> it.split("=", 2)).collect(Collectors.toMap(it -> it[0], it -> it[1])),
                console);
    }
}
