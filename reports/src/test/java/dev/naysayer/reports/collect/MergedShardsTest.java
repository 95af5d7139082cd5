package dev.naysayer.reports.collect;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.naysayer.engine.junit.Setting;
import dev.naysayer.reports.ListeningConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of all shards is the report of one run, and says so where it is not. */
class MergedShardsTest {

    private static final int GREEN = 0;
    private static final int RED = 1;
    private static final int UNFIT = 2;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "the-only-good-token-of-these-tests";

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    private final ListeningConsole console = new ListeningConsole();

    @TempDir
    private Path folder;

    @BeforeEach
    void start_an_api_that_refuses_rightly() {
        System.setProperty("MERGED_SHARDS_TOKEN", TOKEN);
        api.start();
        refuseWith(401);
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
        System.clearProperty("MERGED_SHARDS_TOKEN");
    }

    @Test
    void shards_that_are_put_together_are_what_one_run_is() throws IOException {
        run("1/1", "whole");
        Stream.of("1/3", "2/3", "3/3").forEach(shard -> run(shard, "shards/" + shard.charAt(0)));

        assertThat(merge("shards")).as(console.told()).isEqualTo(GREEN);

        JsonNode whole = report("whole");
        JsonNode merged = report("merged");
        assertThat(cases(merged)).isEqualTo(cases(whole)).hasSize(60);
        assertThat(kinds(comparisons(merged)))
                .isEqualTo(kinds(comparisons(whole)))
                .containsEntry("status-same-across-operations", "CONFORMING");
        assertThat(comparisons(whole).get("error-representation")).contains("all 36 answers: an empty body");
        assertThat(comparisons(merged).get("error-representation"))
                .containsPattern(
                        "shard 1 of 3: all \\d+ answers: an empty body.*shard 3 of 3: all \\d+ answers: an empty body");
        assertThat(names(merged)).as("in the order of the suite").isEqualTo(names(whole));
        assertThat(merged.at("/suites").size()).isEqualTo(1);
        assertThat(merged.at("/run/shards").toString()).isEqualTo("{\"of\":3,\"present\":[1,2,3]}");
        assertThat(merged.at("/run/finished").isNull()).isFalse();
        assertThat(Files.readString(folder.resolve("merged/index.html"))).contains("These are all 3 shards.");
        assertThat(console.told()).contains("Things API: 60 cases: ", "These are all 3 shards.");
    }

    @Test
    void operations_that_differ_only_from_those_of_another_shard_are_found_when_they_are_put_together()
            throws IOException {
        run("1/2", "shards/1");
        refuseWith(403);
        run("2/2", "shards/2");
        assertThat(List.of("shards/1", "shards/2"))
                .allSatisfy(shard -> assertThat(comparisons(report(shard)).get("status-same-across-operations"))
                        .startsWith("NOT_APPLICABLE ")
                        .contains("sees some operations only, which do not differ"));

        assertThat(merge("shards")).isEqualTo(RED);

        assertThat(comparisons(report("merged")).get("status-same-across-operations"))
                .startsWith("VIOLATION ")
                .contains("no-token: 401 from GET /things/")
                .contains("; 403 from GET /things/");
    }

    @Test
    void a_waiver_that_no_shard_needs_is_red_when_they_are_put_together_and_one_that_all_together_need_is_not()
            throws IOException {
        Path suite = waiving(suite(12));
        run(suite, "1/2", "alike/1", Map.of());
        run(suite, "2/2", "alike/2", Map.of());
        run(suite, "1/2", "differing/1", Map.of());
        refuseWith(403);
        run(suite, "2/2", "differing/2", Map.of());
        assertThat(List.of("alike/1", "alike/2", "differing/1", "differing/2"))
                .allSatisfy(
                        shard -> assertThat(report(shard).at("/waivers/0/state").asString())
                                .isEqualTo("UNMATCHED_IN_SHARD"));

        assertThat(merge("alike")).isEqualTo(RED);
        assertThat(report("merged").at("/waivers/0/state").asString()).isEqualTo("UNMATCHED");

        assertThat(merge("differing")).as(console.told()).isEqualTo(GREEN);
        assertThat(report("merged").at("/waivers/0/state").asString()).isEqualTo("IN_USE");
        assertThat(comparisons(report("merged")).get("status-same-across-operations"))
                .startsWith("WAIVED ");
    }

    @Test
    void a_shard_that_is_missing_leaves_the_run_unfinished_and_what_compares_all_undecided() throws IOException {
        run("1/3", "shards/1");
        run("3/3", "shards/3");

        assertThat(merge("shards")).isEqualTo(RED);

        JsonNode merged = report("merged");
        assertThat(merged.at("/run/finished").isNull()).isTrue();
        assertThat(comparisons(merged).get("status-same-across-operations"))
                .startsWith("INCONCLUSIVE ")
                .contains("Shard 2 of 3 is missing.");
        assertThat(Files.readString(folder.resolve("merged/index.html")))
                .contains("This run has not finished", "Shard 2 of 3 is missing.");
        assertThat(console.told()).contains("shard 2 of 3 left no record: run it, or keep its report directory");
    }

    @Test
    void a_shard_that_was_run_again_counts_by_its_last_run() throws IOException {
        run("1/2", "shards/1");
        refuseWith(200);
        run("2/2", "shards/2-first");
        refuseWith(401);
        run("2/2", "shards/2-second");

        assertThat(merge("shards")).as(console.told()).isEqualTo(GREEN);
        assertThat(cases(report("merged"))).hasSize(60);
        assertThat(console.told()).contains("shard 2 of 2 was run again: ");
    }

    @Test
    void shards_of_different_versions_of_a_suite_are_refused_and_named() throws IOException {
        run(suite(12), "1/2", "shards/1", Map.of());
        run(suite(13), "2/2", "shards/2", Map.of());

        assertThat(merge("shards")).isEqualTo(UNFIT);

        assertThat(console.told())
                .contains("these are different versions of a suite: ")
                .contains(
                        "things.auth.yaml in " + folder.resolve("shards/1") + " and in " + folder.resolve("shards/2"));
    }

    @Test
    void runs_without_shards_are_put_together_by_their_journals_also_where_one_left_no_report() throws IOException {
        run(suite(1), "1/1", "runs/first", Map.of());
        Files.delete(folder.resolve("runs/first/report.json"));
        refuseWith(200);
        run(suite(1), "1/1", "runs/second", Map.of());

        assertThat(merge("runs")).isEqualTo(RED);

        assertThat(cases(report("merged"))).hasSize(5);
        assertThat(console.told())
                .contains(
                        "Things API: 5 cases stand in ", "GET /things/0 › no-token: conforming before, violation now");
        assertThat(report("merged").at("/suites/0/digest").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_shard_without_a_case_is_a_shard() throws IOException {
        Path suite = suite(1);
        for (int number = 1; number <= 3; number++) {
            run(suite, number + "/3", "shards/" + number, Map.of());
        }

        assertThat(merge("shards")).as(console.told()).isEqualTo(GREEN);
        assertThat(report("merged").at("/run/missing").size()).isZero();
        assertThat(cases(report("merged"))).hasSize(5);
    }

    @Test
    void what_does_not_belong_together_makes_no_report() throws IOException {
        run("1/2", "eight/1");
        run("1/3", "four/1");
        run("1/1", "without/1");
        run(suite(12), "1/2", "monday/1", Map.of(Setting.RUN_ID, "monday"));
        run(suite(12), "2/2", "tuesday/2", Map.of(Setting.RUN_ID, "tuesday"));
        Files.createDirectories(folder.resolve("empty"));

        assertThat(merge("eight", "four")).isEqualTo(UNFIT);
        assertThat(merge("monday", "tuesday")).isEqualTo(UNFIT);
        assertThat(merge("eight", "without")).isEqualTo(UNFIT);
        assertThat(merge("empty")).isEqualTo(UNFIT);
        assertThat(merge("nowhere")).isEqualTo(UNFIT);

        assertThat(console.told())
                .contains("these are shards of different runs: shard 1 of 2 in ")
                .contains("these are shards of different runs: run monday in ")
                .contains(" is of a run without shards: merge the shards alone")
                .contains("neither a journal nor a report lies below ")
                .contains("there is no folder and no file ");
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void machines_may_have_the_project_wherever_they_like_and_modules_are_told_apart() {
        List<ShardFolders.Found> ofShard = List.of(found("/builds/a1/shop/orders"), found("/builds/a1/shop/billing"));
        Path project = ShardFolders.project(ofShard);

        assertThat(project).isEqualTo(Path.of("/builds/a1/shop"));
        assertThat(ofShard)
                .extracting(it ->
                        ShardFolders.anywhere(it.journal().writer(), project).directory())
                .containsExactly("orders", "billing");
        assertThat(ShardFolders.anywhere(found("/home/me/shop").journal().writer(), Path.of("/home/me/shop"))
                        .directory())
                .isEqualTo(".");
    }

    private static ShardFolders.Found found(String directory) {
        JournalLine.Writer writer =
                new JournalLine.Writer(3, "Naysayer", "process 1", 1, null, Instant.EPOCH, directory);
        return new ShardFolders.Found(
                Path.of("report"),
                Path.of("journal"),
                new JournalFile(writer, List.of(), List.of(), null, null, Instant.EPOCH));
    }

    private void refuseWith(int status) {
        api.resetAll();
        api.stubFor(any(anyUrl())
                .willReturn(status(status)
                        .withHeader("WWW-Authenticate", "Bearer realm=\"things\", error=\"invalid_token\"")
                        .withHeader("Cache-Control", "no-store")
                        .withHeader("X-Content-Type-Options", "nosniff")));
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .willReturn(status(status)
                        .withHeader("WWW-Authenticate", "Bearer realm=\"things\"")
                        .withHeader("Cache-Control", "no-store")
                        .withHeader("X-Content-Type-Options", "nosniff")));
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(okJson("[]")));
    }

    private int merge(String... folders) {
        return console.run(Stream.concat(
                        Stream.of("merge"),
                        Stream.concat(Stream.of("merged"), Stream.of(folders))
                                .map(it -> folder.resolve(it).toString()))
                .toArray(String[]::new));
    }

    private void run(String shard, String reports) {
        try {
            run(suite(12), shard, reports, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Path suite, String shard, String reports, Map<Setting, String> further) {
        Map<String, String> settings = new HashMap<>(Map.of(Setting.SHARD.parameter(), shard));
        further.forEach((setting, value) -> settings.put(setting.parameter(), value));
        // What a shard says is none of what the merge says.
        LaunchedSuite.run(suite, api.baseUrl(), folder.resolve(reports), settings, new ListeningConsole());
    }

    private Path suite(int operations) throws IOException {
        return Files.writeString(folder.resolve("things.auth.yaml"), """
            suite: Things API
            credentials:
              bearer:
                token: {good: "${MERGED_SHARDS_TOKEN}"}
            operations:
            %s
            scenarios: [no-token, unknown-token, wrong-scheme]
            rules:
              status-same-across-operations: {level: MUST, because: There is one door.}
            """.formatted(IntStream.range(0, operations)
                .mapToObj("  - GET /things/%d"::formatted)
                .collect(Collectors.joining("\n"))));
    }

    private static Path waiving(Path suite) throws IOException {
        return Files.writeString(suite, Files.readString(suite) + """
            waivers:
              - {rule: status-same-across-operations, owner: a, reason: b, until: 2999-12-31}
            """);
    }

    private JsonNode report(String reports) {
        return JSON.readTree(folder.resolve(reports).resolve("report.json").toFile());
    }

    private static Map<String, String> cases(JsonNode report) {
        return report.at("/cases").values().stream()
                .collect(Collectors.toMap(
                        it -> it.at("/operation").asString() + " › "
                                + it.at("/scenario").asString(),
                        it -> it.at("/kind").asString() + " " + it.at("/findings"),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Map<String, String> kinds(Map<String, String> comparisons) {
        return comparisons.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().replaceFirst(" .*", "")));
    }

    private static List<String> names(JsonNode report) {
        return report.at("/cases").values().stream()
                .map(it -> it.at("/operation").asString() + " › "
                        + it.at("/scenario").asString())
                .toList();
    }

    private static Map<String, String> comparisons(JsonNode report) {
        return report.at("/comparisons").values().stream()
                .collect(Collectors.toMap(
                        it -> it.at("/finding/rule").asString(),
                        it -> it.at("/kind").asString() + " " + it.at("/finding"),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
