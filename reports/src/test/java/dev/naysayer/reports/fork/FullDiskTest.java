package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no room for a report, or nobody may write one, that is said once, and the tests are what they are. */
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {

    private static final List<String> ALL_FORMATS = List.of("-Dnaysayer.formats=all");

    private static final String OLD = "old and green";

    @TempDir
    private Path reports;

    @BeforeEach
    void leave_an_earlier_report() throws IOException {
        for (ReportFormat format : ReportFormats.all()) {
            Files.writeString(reports.resolve(format.fileName()), OLD);
        }
    }

    @Test
    void a_disk_that_is_full_is_said_once_and_leaves_no_earlier_report() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun run =
                        ForkedRun.startOnFullDisk(reports, api, 64, ALL_FORMATS, ForkedTests.First.class.getName())) {
            assertThatTheTestsAreWhatTheyAre(run);

            assertThat(run.console()).contains("-Dnaysayer.report-directory=").doesNotContain("journal", "Report: ");
            assertThat(run.page()).contains("This run has not finished");
            assertThat(run.report().at("/run/finished").isNull()).isTrue();
            assertThat(names()).contains("index.html", "report.json", "journal").noneMatch(it -> it.endsWith(".tmp"));
            assertThat(contents()).doesNotContain(OLD);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.every", matches = "true")
    void a_disk_without_any_room_has_no_report() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun run =
                        ForkedRun.startOnFullDisk(reports, api, 1, ALL_FORMATS, ForkedTests.First.class.getName())) {
            // Its own console is a file that may not grow either.
            run.await(60);

            assertThat(names()).containsExactly("journal");
            assertThat(run.console()).contains("Naysayer cannot write its report into " + reports);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.every", matches = "true")
    void a_folder_that_is_read_only_is_said_once_and_keeps_the_whole_report_that_it_had() throws Exception {
        assertThat(reports.toFile().setWritable(false)).isTrue();
        try (LoopbackApi api = LoopbackApi.start(100, 10);
                ForkedRun run =
                        ForkedRun.startUnprivileged(reports, api, ALL_FORMATS, ForkedTests.First.class.getName())) {
            assertThatTheTestsAreWhatTheyAre(run);

            assertThat(run.console())
                    .contains("what lies there is no report of them", "-Dnaysayer.report-directory=")
                    .doesNotContain("Report: ");
            assertThat(contents()).containsOnly(OLD);
        } finally {
            assertThat(reports.toFile().setWritable(true)).isTrue();
        }
    }

    private void assertThatTheTestsAreWhatTheyAre(ForkedRun run) throws Exception {
        assertThat(run.await(60)).isZero();
        assertThat(run.console())
                .containsOnlyOnce("Naysayer cannot write its report into " + reports)
                .containsPattern(ForkedTests.RESULTS + "(\\d+) of \\1\\b");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> contents() throws IOException {
        List<String> all = new java.util.ArrayList<>();
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(Files.readString(file));
            }
        }
        return all;
    }
}
