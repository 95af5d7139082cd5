package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite that cannot be run stands in the report, beside those that ran or alone. */
class UnusableSuiteTest {

    private static final String BROKEN = """
            suite: Broken API
            target: http://127.0.0.1:1
            credentials:
              bearer:
                token: {good: "${NOBODY_SETS_THIS}"}
            operations: [GET /things]
            scenarios: [no-token]
            """;

    @TempDir
    private Path reports;

    @TempDir
    private Path suites;

    @Test
    void a_suite_with_problems_is_told_and_the_others_have_their_outcomes() throws Exception {
        Path broken = Files.writeString(suites.resolve("broken.auth.yaml"), BROKEN);
        try (LoopbackApi api = LoopbackApi.start(100, 0);
                ForkedRun run = ForkedRun.start(
                        reports, api, List.of(), broken.toString(), ForkedTests.First.class.getName())) {
            assertThat(run.await(60)).isZero();

            assertThat(run.report().at("/run/missing")).singleElement().hasToString("\"broken.auth.yaml\"");
            assertThat(run.report().at("/suites")).hasSize(1);
        }
    }

    @Test
    void a_run_of_nothing_else_leaves_no_report_of_an_earlier_one() throws Exception {
        Files.writeString(reports.resolve("report.json"), "old and green");
        Files.writeString(reports.resolve("index.html"), "old and green");
        Path broken = Files.writeString(suites.resolve("broken.auth.yaml"), BROKEN);
        try (LoopbackApi api = LoopbackApi.start(100, 0);
                ForkedRun run = ForkedRun.start(reports, api, List.of(), broken.toString())) {
            assertThat(run.await(60)).isZero();

            assertThat(run.report().at("/run/missing")).singleElement().hasToString("\"broken.auth.yaml\"");
            assertThat(run.page()).contains("broken.auth.yaml");
        }
    }
}
