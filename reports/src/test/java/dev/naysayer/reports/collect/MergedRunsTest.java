package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.ListeningConsole;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import dev.naysayer.reports.model.Shards;
import dev.naysayer.reports.model.SuiteOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of modules, of environments and of what was run again make one. */
class MergedRunsTest {

    private static final int GREEN = 0;
    private static final int RED = 1;
    private static final int UNFIT = 2;

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String STAGING = "https://orders.staging.example";

    private final ListeningConsole console = new ListeningConsole();

    @TempDir
    private Path folder;

    @Test
    void a_case_that_was_run_again_counts_as_the_last_run_has_it_and_what_it_was_before_is_said() throws IOException {
        save(
                "first",
                NOON,
                "/ci/1/shop",
                of("a", STAGING, red("no-token"), green("expired-token"), green("bad-signature")));
        save("again", NOON.plusSeconds(60), "/ci/2/shop", of("a", STAGING, green("no-token"), green("expired-token")));

        assertThat(merge("again", "first")).as(console.told()).isEqualTo(GREEN);

        assertThat(merged().cases())
                .extracting(it -> it.outcome().scenario() + " " + it.outcome().kind())
                .containsExactly("no-token CONFORMING", "expired-token CONFORMING", "bad-signature CONFORMING");
        assertThat(merged().run().notes())
                .containsExactly(("Orders API: 2 cases stand in %s and again in %s, which counts since it began later."
                                + " 1 case came out otherwise: GET /orders › no-token: violation before,"
                                + " conforming now.")
                        .formatted(folder.resolve("first"), folder.resolve("again")));
        assertThat(console.told()).contains("came out otherwise: GET /orders › no-token");
        assertThat(Files.readString(folder.resolve("merged/index.html"))).contains("1 case came out otherwise");
    }

    @Test
    void modules_stay_apart_and_one_of_them_makes_all_red() throws IOException {
        save("orders", NOON, "/ci/shop/orders", of("a", STAGING, green("no-token")));
        save("billing", NOON, "/ci/shop/billing", of("Billing", "b", STAGING, red("no-token")));

        assertThat(merge("orders", "billing")).isEqualTo(RED);

        assertThat(merged().cases())
                .extracting(it -> it.outcome().suite() + " " + it.outcome().kind())
                .containsExactlyInAnyOrder("Orders API CONFORMING", "Billing VIOLATION");
        assertThat(merged().run().notes()).isEmpty();
        assertThat(merged().run().processes()).hasSize(2);
    }

    @Test
    void two_base_urls_of_one_suite_are_two_environments_but_any_port_of_this_machine_is_the_same() throws IOException {
        save("staging", NOON, "/ci/shop", of("a", STAGING, green("no-token")));
        save("production", NOON, "/ci/shop", of("a", "https://orders.example", green("no-token")));
        save("here", NOON, "/ci/shop", of("a", "http://localhost:40123", green("no-token")));
        save("here-again", NOON.plusSeconds(1), "/ci/shop", of("a", "http://127.0.0.1:51999", green("no-token")));

        assertThat(merge("staging", "production", "here", "here-again")).isEqualTo(GREEN);

        assertThat(merged().cases())
                .extracting(it -> it.outcome().target())
                .containsExactlyInAnyOrder(STAGING, "https://orders.example", "http://127.0.0.1:51999");
        assertThat(merged().cases())
                .extracting(RecordedCase::origin)
                .hasSize(3)
                .containsOnly(merged().cases().get(0).origin());
    }

    @Test
    void different_versions_of_a_suite_are_refused_and_named() throws IOException {
        save("monday", NOON, "/ci/shop", of("a", STAGING, green("no-token")));
        save("tuesday", NOON, "/ci/shop", of("b", STAGING, green("no-token")));

        assertThat(merge("monday", "tuesday")).isEqualTo(UNFIT);

        assertThat(console.told())
                .contains("these are different versions of a suite: orders.auth.yaml in %s and in %s: "
                        .formatted(folder.resolve("monday"), folder.resolve("tuesday")));
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void where_the_version_of_a_suite_is_not_known_that_is_said() throws IOException {
        save("former", NOON, "/ci/shop", of(null, STAGING, green("no-token")));
        save("later", NOON, "/ci/shop", of("b", STAGING, green("expired-token")));

        assertThat(merge("former", "later")).isEqualTo(GREEN);

        assertThat(console.told()).contains("one version of orders.auth.yaml is not known");
        assertThat(merged().cases()).extracting(it -> it.origin().digest()).containsOnly("b");
    }

    @Test
    void a_run_that_has_not_finished_leaves_all_unfinished() throws IOException {
        save("whole", NOON, "/ci/shop", of("a", STAGING, green("no-token")));
        ReportWriter.write(
                RecordedRun.unfinished(RunProcess.State.LOST, List.of(green("expired-token")), List.of("GET / › bad")),
                folder.resolve("killed"));

        assertThat(merge("whole", "killed")).isEqualTo(RED);

        assertThat(merged().run().hasFinished()).isFalse();
        assertThat(console.told()).contains("was ended before its tests were", "Of GET / › bad no outcome is known.");
    }

    @Test
    void what_cannot_be_put_together_is_said_with_its_place_and_what_to_do() throws IOException {
        ReportWriter.write(
                RecordedRun.document(
                        new Run("s", List.of(), NOON, NOON, List.of(), new Shards(8, List.of(2)), List.of()),
                        List.of(RecordedRun.recorded(green("no-token"))),
                        List.of()),
                folder.resolve("shard"));
        Files.createDirectories(folder.resolve("page"));
        Files.writeString(folder.resolve("page/report.json"), "<html>");
        save("merged", NOON, "/ci/shop", of("a", STAGING, green("no-token")));

        assertThat(merge("shard")).isEqualTo(UNFIT);
        assertThat(console.told()).contains("is no whole run: This is shard 2 of 8. Merge the shards first");
        assertThat(merge("page")).isEqualTo(UNFIT);
        assertThat(console.told())
                .contains(folder.resolve("page/report.json") + ", line 1: it is no report of Naysayer");
        assertThat(merge("merged")).isEqualTo(UNFIT);
        assertThat(console.told()).contains("is where the report goes, and would be written over: name another folder");
    }

    /** As a build that keeps all in one folder does it a second time. */
    @Test
    void an_earlier_report_in_the_folder_that_is_written_into_is_no_part_of_it() throws IOException {
        save("all/first", NOON, "/ci/shop", of("a", STAGING, green("no-token")));
        save("all/merged", NOON.plusSeconds(9), "/ci/shop", of("a", STAGING, red("no-token")));

        assertThat(console.run(
                        "merge",
                        folder.resolve("all/merged").toString(),
                        folder.resolve("all").toString()))
                .isEqualTo(GREEN);
    }

    private static CaseOutcome green(String scenario) {
        return outcome(scenario, OutcomeKind.CONFORMING);
    }

    private static CaseOutcome red(String scenario) {
        return outcome(scenario, OutcomeKind.VIOLATION);
    }

    private static CaseOutcome outcome(String scenario, OutcomeKind kind) {
        return new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                7,
                STAGING,
                "GET /orders",
                scenario,
                "bad",
                false,
                kind,
                null,
                List.of(),
                null);
    }

    private record Ran(String suite, @Nullable String digest, String target, List<CaseOutcome> outcomes) {}

    private static Ran of(@Nullable String digest, String target, CaseOutcome... outcomes) {
        return of("Orders API", digest, target, outcomes);
    }

    private static Ran of(String suite, @Nullable String digest, String target, CaseOutcome... outcomes) {
        return new Ran(suite, digest, target, List.of(outcomes));
    }

    private void save(String path, Instant started, String directory, Ran ran) throws IOException {
        RunProcess process = new RunProcess(
                1, directory, started, started.plusSeconds(5), RunProcess.State.ENDED, List.of("Orders API"), null);
        SuiteOrigin origin = new SuiteOrigin("here", directory, "com.example.OrdersTest", ran.digest(), null);
        List<RecordedCase> cases = ran.outcomes().stream()
                .map(it -> RecordedRun.recorded(origin, RecordedRun.at(ran.suite(), ran.target(), it)))
                .toList();
        ReportWriter.write(
                RecordedRun.document(
                        new Run(path, List.of(), started, started.plusSeconds(5), List.of(process), null, List.of()),
                        cases,
                        List.of()),
                folder.resolve(path));
    }

    private int merge(String... folders) {
        console.clear();
        return console.run(Stream.concat(
                        Stream.of("merge"),
                        Stream.concat(Stream.of("merged"), Stream.of(folders))
                                .map(it -> folder.resolve(it).toString()))
                .toArray(String[]::new));
    }

    private RunDocument merged() throws IOException {
        try (ReportReader report = ReportReader.open(folder.resolve("merged"))) {
            return report.document();
        }
    }
}
