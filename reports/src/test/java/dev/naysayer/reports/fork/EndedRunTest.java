package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A process that is asked to end ends its run in order: nothing more is sent, targets are stopped, and the report says how far it is. */
class EndedRunTest {

    /** A second for what is under way, and some for a JVM on a busy machine; the answer that is waited for would take ten. */
    private static final Duration BOUND = Duration.ofSeconds(6);

    @TempDir
    private Path folder;

    @Test
    void a_run_that_is_asked_to_end_stops_its_target_and_reports_what_is_known() throws Exception {
        Path stopped = folder.resolve("stopped");
        try (LoopbackApi silent = LoopbackApi.start(3, 10);
                ForkedRun run = start(silent, "-Dstopped=" + stopped, ForkedTests.First.class)) {
            assertThat(silent.fellSilent()).isTrue();
            assertThat(stopped).doesNotExist();
            long asked = System.nanoTime();
            run.process().destroy();

            assertThat(run.await(30)).isEqualTo(143);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(BOUND);
            assertThat(Files.readString(stopped)).isEqualTo("stopped");
            JsonNode report = run.report();
            assertThat(report.at("/run/processes/0/state").asString()).isEqualTo("BROKEN_OFF");
            assertThat(report.at("/cases").values())
                    .extracting(it -> it.at("/kind").asString())
                    .contains("CONFORMING");
            assertThat(run.page()).contains("This run has not finished", "broke off its tests");
            assertThat(run.console()).contains("Report: ", "Naysayer's report is unfinished: ");
        }
    }

    @Test
    void a_target_that_is_starting_is_stopped_as_well() throws Exception {
        Path stopped = folder.resolve("stopped");
        try (LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun run = start(api, "-Dstopped=" + stopped, ForkedTests.Starting.class)) {
            run.awaitConsole("starting");
            run.process().destroy();

            assertThat(run.await(30)).isEqualTo(143);
            assertThat(Files.readString(stopped)).isEqualTo("stopped");
        }
    }

    private ForkedRun start(LoopbackApi api, String option, Class<?> suite) throws Exception {
        return ForkedRun.start(folder.resolve("reports"), api, List.of(option), suite.getName());
    }
}
