package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no room for a report, that is said once, and the tests are what they are. */
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {

    @TempDir
    private Path reports;

    @Test
    void a_disk_that_is_full_is_said_once_and_leaves_no_earlier_report() throws Exception {
        Files.writeString(reports.resolve("index.html"), "old and green");
        Files.writeString(reports.resolve("report.json"), "old and green");
        try (LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun run = ForkedRun.startOnFullDisk(reports, api, 64, ForkedTests.First.class.getName())) {
            assertThat(run.await(60)).isZero();

            assertThat(run.console())
                    .containsOnlyOnce("Naysayer cannot write its report into " + reports)
                    .contains("-Dnaysayer.report-directory=")
                    .doesNotContain("journal", "Report: ");
            assertThat(run.page()).contains("This run has not finished");
            assertThat(run.report().at("/run/finished").isNull()).isTrue();
            try (var files = Files.list(reports)) {
                assertThat(files.map(it -> it.getFileName().toString()))
                        .containsExactlyInAnyOrder("index.html", "report.json", "journal");
            }
        }
    }
}
