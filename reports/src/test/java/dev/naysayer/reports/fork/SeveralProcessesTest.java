package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every suite that ran is in the report, whatever number of processes ran them, beside or behind each other. */
class SeveralProcessesTest {

    /** By this in its command a process is known for one that Surefire started. */
    private static final String OF_SUREFIRE = "surefirebooter.jar";

    private static final String FIRST = ForkedTests.First.class.getName();
    private static final String SECOND = ForkedTests.Second.class.getName();

    @TempDir
    private Path reports;

    @Test
    void processes_that_one_build_starts_one_after_the_other_are_one_run() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(1000, 10)) {
            run(api, List.of(), OF_SUREFIRE, FIRST);
            run(api, List.of(), OF_SUREFIRE, SECOND);
            JsonNode report = run(api, List.of(), OF_SUREFIRE, FIRST);

            assertThat(classes(report)).containsExactly(FIRST, SECOND);
            assertThat(report.at("/cases").size()).isEqualTo(8);
            assertThat(report.at("/run/processes").size()).isEqualTo(3);
            assertThat(report.at("/run/finished").isNull()).isFalse();
        }
    }

    @Test
    void processes_that_run_at_once_are_both_in_the_report_also_where_nobody_joins_them() throws Exception {
        try (LoopbackApi silent = LoopbackApi.start(2, 10);
                LoopbackApi api = LoopbackApi.start(1000, 10);
                ForkedRun slow = ForkedRun.start(reports, silent, List.of(), FIRST)) {
            assertThat(silent.fellSilent()).isTrue();

            JsonNode soFar = run(api, List.of(), SECOND);
            assertThat(classes(soFar)).containsExactly(FIRST, SECOND);
            assertThat(soFar.at("/run/finished").isNull()).isTrue();
            assertThat(soFar.at("/run/processes/0/state").asString()).isEqualTo("RUNNING");

            silent.close();
            slow.await(60);
            assertThat(classes(slow.report())).containsExactly(FIRST, SECOND);
            assertThat(slow.report().at("/cases").size()).isEqualTo(8);
            assertThat(slow.report().at("/run/finished").isNull()).isFalse();
        }
    }

    @Test
    void a_process_of_the_run_that_was_killed_is_told_loudly_by_the_one_that_ends() throws Exception {
        try (LoopbackApi silent = LoopbackApi.start(3, 10);
                LoopbackApi api = LoopbackApi.start(1000, 10);
                ForkedRun killed = ForkedRun.start(reports, silent, List.of("-Dnaysayer.run-id=r-1"), FIRST)) {
            assertThat(silent.fellSilent()).isTrue();
            killed.process().destroyForcibly();
            killed.await(30);

            try (ForkedRun other = ForkedRun.start(reports, api, List.of("-Dnaysayer.run-id=r-1"), SECOND)) {
                other.await(60);

                String fate = "Process " + killed.process().pid() + " was ended before its tests were";
                assertThat(other.console()).contains("Naysayer's report is unfinished: " + fate);
                assertThat(other.page()).contains("This run has not finished", fate);
                assertThat(classes(other.report())).containsExactly(FIRST, SECOND);
                assertThat(other.report().at("/run/processes/0/state").asString())
                        .isEqualTo("LOST");
            }
        }
    }

    @Test
    void a_run_of_its_own_tells_nothing_of_the_one_before() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(1000, 10)) {
            run(api, List.of("-Dnaysayer.run-id=r-1"), FIRST);
            JsonNode report = run(api, List.of("-Dnaysayer.run-id=r-2"), SECOND);

            assertThat(classes(report)).containsExactly(SECOND);
        }
    }

    private JsonNode run(LoopbackApi api, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        try (ForkedRun run = ForkedRun.start(reports, api, options, arguments)) {
            run.await(60);
            return run.report();
        }
    }

    private static List<String> classes(JsonNode report) {
        return report.at("/suites").values().stream()
                .map(it -> it.at("/class").asString())
                .toList();
    }
}
