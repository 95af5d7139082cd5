package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.LargeRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void what_a_killed_process_leaves_is_told_by_others_of_its_run_and_by_no_later_one() throws Exception {
        try (LoopbackApi silent = LoopbackApi.start(3, 10);
                LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun killed = start(silent, "r-1", ForkedTests.First.class)) {
            assertThat(silent.fellSilent()).isTrue();
            awaitInJournal("no-token");
            killed.process().destroyForcibly();
            killed.await(30);

            assertThatItSaysThatItHasNotFinished(killed);

            try (ForkedRun other = start(api, "r-1", ForkedTests.Second.class)) {
                other.await(60);

                String fate = "Process " + killed.process().pid() + " was ended before its tests were";
                assertThat(other.console()).contains("Naysayer's report is unfinished: " + fate);
                assertThat(other.page()).contains("This run has not finished", fate);
                assertThat(other.report().at("/suites").size()).isEqualTo(2);
                assertThat(other.report().at("/run/processes/0/state").asString())
                        .isEqualTo("LOST");
            }
            try (ForkedRun next = start(api, "r-2", ForkedTests.Second.class)) {
                next.await(60);

                assertThat(next.report().at("/run/finished").isNull()).isFalse();
                assertThat(next.report().at("/run/processes").size()).isEqualTo(1);
                assertThat(next.report().at("/suites").size()).isEqualTo(1);
                assertThat(next.page()).doesNotContain("has not finished");
            }
        }
    }

    @Test
    void a_process_that_is_asked_to_end_leaves_a_report_that_says_so() throws Exception {
        try (LoopbackApi silent = LoopbackApi.start(3, 10);
                ForkedRun ended = start(silent, "r-1", ForkedTests.First.class)) {
            assertThat(silent.fellSilent()).isTrue();
            ended.process().destroy();
            assertThat(ended.await(30)).isNotZero();

            assertThatItSaysThatItHasNotFinished(ended);
        }
    }

    private ForkedRun start(LoopbackApi api, String id, Class<?> suite) throws IOException {
        return ForkedRun.start(reports, api, List.of("-Dnaysayer.run-id=" + id), suite.getName());
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.every", matches = "true")
    void a_process_that_a_filter_exits_leaves_a_report_that_says_so() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun run = start(api, "r-1", ForkedTests.Exiting.class)) {
            assertThat(run.await(60)).isEqualTo(3);

            assertThatItSaysThatItHasNotFinished(run);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.every", matches = "true")
    void a_process_that_runs_out_of_memory_leaves_no_report_that_looks_finished_and_green() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun run = ForkedRun.start(reports, api, List.of("-Xmx64m"), ForkedTests.Greedy.class.getName())) {
            run.await(60);

            assertThat(run.page()).doesNotContain("keep the contract.</p>");
            assertThat(run.page()).isNotEqualTo(OLD);
            assertThat(run.report().at("/run/stamp").asString()).isNotEmpty();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.every", matches = "true")
    void a_process_that_is_killed_while_it_writes_leaves_each_file_as_it_was_before_or_is_after() throws Exception {
        Path whole = reports.resolve("whole");
        Path killed = reports.resolve("killed");
        ReportWriter.write(LargeRun.document(WrittenOverAgain.CASES), whole, ReportFormats.all());
        try (LoopbackApi api = LoopbackApi.start(100, 10)) {
            for (int millis : new int[] {30, 110, 250}) {
                try (ForkedRun run = ForkedRun.startProgram(
                        killed, api, List.of(), WrittenOverAgain.class.getName(), killed.toString())) {
                    run.awaitConsole(WrittenOverAgain.BEGUN);
                    Thread.sleep(millis);
                    run.process().destroyForcibly();
                    run.await(30);
                }
                for (ReportFormat format : ReportFormats.all()) {
                    assertThat(Files.mismatch(whole.resolve(format.fileName()), killed.resolve(format.fileName())))
                            .as(format.fileName())
                            .isEqualTo(-1);
                }
            }
            Files.writeString(killed.resolve("index.html.4711.tmp"), "half");

            try (ForkedRun next = ForkedRun.start(killed, api, List.of(), ForkedTests.First.class.getName())) {
                next.await(60);
                try (var files = Files.list(killed)) {
                    assertThat(files).noneMatch(it -> it.toString().endsWith(".tmp"));
                }
            }
        }
    }

    private static void assertThatItSaysThatItHasNotFinished(ForkedRun run) throws IOException {
        assertThat(run.page())
                .contains(
                        "<title>This run has not finished",
                        "Process " + run.process().pid(),
                        "Things API")
                .doesNotContain("All 2 cases keep", "Every case that applies conforms");
        assertThat(run.report().at("/run/finished").isNull()).isTrue();
        assertThat(run.page()).contains(run.report().at("/run/stamp").asString());
    }

    /** Requests run ahead of what is written down. */
    private void awaitInJournal(String words) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!journal().contains(words) && System.nanoTime() - until < 0) {
            Thread.sleep(20);
        }
        assertThat(journal()).contains(words);
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
