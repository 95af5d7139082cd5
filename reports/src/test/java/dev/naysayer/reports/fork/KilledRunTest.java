package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever ends a run, no report of an earlier one outlives its first case. */
class KilledRunTest {

    private static final String OLD = "<h1>All 3 cases keep the contract.</h1>";

    @TempDir
    private Path reports;

    @BeforeEach
    void leave_an_earlier_report() throws IOException {
        Files.writeString(reports.resolve("index.html"), OLD);
        Files.writeString(reports.resolve("report.json"), "{}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_process_that_is_killed_under_way_leaves_a_report_that_says_so(boolean forcibly) throws Exception {
        try (LoopbackApi api = LoopbackApi.start(3, 10);
                ForkedRun run = ForkedRun.start(reports, api, List.of(), ForkedTests.First.class.getName())) {
            assertThat(api.fellSilent()).isTrue();

            if (forcibly) {
                run.process().destroyForcibly();
            } else {
                run.process().destroy();
            }
            assertThat(run.await(30)).isNotZero();

            assertThatItSaysThatItHasNotFinished(run);
            assertThat(journal()).contains("no-token");
        }
    }

    @Test
    void a_process_that_a_filter_exits_leaves_a_report_that_says_so() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun run = ForkedRun.start(reports, api, List.of(), ForkedTests.Exiting.class.getName())) {
            assertThat(run.await(60)).isEqualTo(3);

            assertThatItSaysThatItHasNotFinished(run);
        }
    }

    @Test
    void a_process_that_runs_out_of_memory_leaves_no_report_that_looks_finished_and_green() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun run =
                        ForkedRun.start(reports, api, List.of("-Xmx64m"), ForkedTests.Greedy.class.getName())) {
            run.await(60);

            assertThat(run.page()).doesNotContain("keep the contract.</p>");
            assertThat(run.page()).isNotEqualTo(OLD);
            assertThat(run.report().at("/run/stamp").asString()).isNotEmpty();
        }
    }

    @Test
    void the_next_run_tells_nothing_of_one_that_was_killed() throws Exception {
        try (LoopbackApi silent = LoopbackApi.start(3, 10);
                ForkedRun killed = ForkedRun.start(reports, silent, List.of(), ForkedTests.First.class.getName())) {
            assertThat(silent.fellSilent()).isTrue();
            killed.process().destroyForcibly();
            killed.await(30);
        }
        try (LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun run = ForkedRun.start(reports, api, List.of(), ForkedTests.Second.class.getName())) {
            run.await(60);

            assertThat(run.report().at("/run/finished").isNull()).isFalse();
            assertThat(run.report().at("/run/processes").size()).isEqualTo(1);
            assertThat(run.report().at("/suites").size()).isEqualTo(1);
            assertThat(run.page()).doesNotContain("has not finished");
        }
    }

    private static void assertThatItSaysThatItHasNotFinished(ForkedRun run) throws IOException {
        assertThat(run.page())
                .contains("This run has not finished", "Process " + run.process().pid(), "Things API")
                .doesNotContain("keep the contract", "Every case that applies conforms");
        assertThat(run.report().at("/run/finished").isNull()).isTrue();
        assertThat(run.page()).contains(run.report().at("/run/stamp").asString());
    }

    private String journal() throws IOException {
        try (var files = Files.list(reports.resolve("journal"))) {
            Path journal = files.filter(it -> it.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(journal);
        }
    }
}
