package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
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
    @EnabledIfSystemProperty(named = "tests.every", matches = "true")
    void processes_that_one_build_starts_one_after_the_other_are_one_run() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(1000, 10)) {
            runByShell(api, OF_SUREFIRE, FIRST);
            JsonNode report = runByShell(api, OF_SUREFIRE, FIRST, SECOND);

            assertThat(classes(report)).containsExactly(FIRST, SECOND);
            assertThat(report.at("/cases").size()).isEqualTo(8);
            assertThat(report.at("/run/processes").size()).isEqualTo(2);
            assertThat(report.at("/run/finished").isNull()).isFalse();
        }
    }

    @Test
    void processes_that_run_at_once_are_both_in_the_report_also_where_nobody_joins_them() throws Exception {
        try (LoopbackApi silent = LoopbackApi.start(2, 10);
                LoopbackApi api = LoopbackApi.start(1000, 10);
                ForkedRun slow = ForkedRun.start(reports, silent, List.of(), FIRST)) {
            assertThat(silent.fellSilent()).isTrue();

            JsonNode soFar = run(api, SECOND);
            assertThat(classes(soFar)).containsExactly(FIRST, SECOND);
            assertThat(soFar.at("/run/finished").isNull()).isTrue();
            assertThat(soFar.at("/run/processes/0/state").asString()).isEqualTo("RUNNING");

            silent.hangUp();
            slow.await(60);
            assertThat(classes(slow.report())).containsExactly(FIRST, SECOND);
            assertThat(slow.report().at("/cases").size()).isEqualTo(8);
            assertThat(slow.report().at("/run/finished").isNull()).isFalse();
        }
    }

    private JsonNode runByShell(LoopbackApi api, String... arguments) throws IOException, InterruptedException {
        try (ForkedRun run = ForkedRun.startByShell(reports, api, List.of(), arguments)) {
            run.await(60);
            return run.report();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.every", matches = "true")
    void two_runs_that_end_at_once_in_one_folder_leave_one_whole_report() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(1000, 10);
                ForkedRun one = startWithAll("-Dnaysayer.run-id=r-1", api, FIRST);
                ForkedRun other = startWithAll("-Dnaysayer.run-id=r-2", api, SECOND)) {
            one.await(60);
            other.await(60);

            assertThat(one.console() + other.console())
                    .doesNotContain("cannot write")
                    .containsPattern("(?s)%s(\\d+) of \\1\\b.*%1$s(\\d+) of \\2\\b".formatted(ForkedTests.RESULTS));
            assertThat(classes(one.report())).containsAnyOf(FIRST, SECOND);
            assertThat(one.report().at("/run/finished").isNull()).isFalse();
            assertThat(one.page())
                    .contains("naysayer-stamp\" content=\""
                            + one.report().at("/run/stamp").asString())
                    .endsWith("</html>\n");
            try (var files = Files.list(reports)) {
                assertThat(files.map(it -> it.getFileName().toString()))
                        .containsAll(ReportFormats.all().stream()
                                .map(ReportFormat::fileName)
                                .toList())
                        .noneMatch(it -> it.endsWith(".tmp"));
            }
        }
    }

    private ForkedRun startWithAll(String option, LoopbackApi api, String suite) throws IOException {
        return ForkedRun.start(reports, api, List.of("-Dnaysayer.formats=all", option), suite);
    }

    private JsonNode run(LoopbackApi api, String... arguments) throws IOException, InterruptedException {
        try (ForkedRun run = ForkedRun.start(reports, api, List.of(), arguments)) {
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
