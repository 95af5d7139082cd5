package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.LargeRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The formats of a large run cost little time and memory: what is of a case is read when it is written. */
class LargeReportTest {

    private static final long MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void all_formats_of_a_thousand_cases_fit_into_a_small_heap() throws Exception {
        assertThatItFits(1_000, "32m", 2 * MEGABYTE, Duration.ofSeconds(60));
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.long", matches = "true")
    void all_formats_of_ten_thousand_cases_take_less_than_five_seconds_and_512_megabytes() throws Exception {
        assertThat(assertThatItFits(10_000, "400m", 15 * MEGABYTE, Duration.ofSeconds(5)))
                .isLessThan(512);
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.long", matches = "true")
    void fifty_thousand_cases_fit_into_512_megabytes_as_well() throws Exception {
        assertThat(assertThatItFits(50_000, "400m", 75 * MEGABYTE, Duration.ofSeconds(25)))
                .isLessThan(512);
    }

    /** How many megabytes it took at most, as far as the system tells. */
    private long assertThatItFits(int cases, String heap, long size, Duration bound) throws Exception {
        Path saved = folder.resolve("saved");
        ReportWriter.write(LargeRun.document(cases), saved, ReportFormats.all());
        Path again = folder.resolve("again");
        try (LoopbackApi unasked = LoopbackApi.start(0, 0);
                ForkedRun run = ForkedRun.startProgram(
                        again,
                        unasked,
                        List.of("-Xmx" + heap),
                        RewrittenReport.class.getName(),
                        saved.resolve("report.json").toString(),
                        again.toString())) {
            assertThat(run.await(120)).as(run.console()).isZero();

            long took = run.console()
                    .lines()
                    .filter(line -> line.startsWith(RewrittenReport.TOOK))
                    .mapToLong(line -> Long.parseLong(line.substring(RewrittenReport.TOOK.length())))
                    .findFirst()
                    .orElseThrow();
            System.out.printf("%,d cases: %,d ms, %d MB%n", cases, took, run.peakMegabytes());
            for (ReportFormat format : ReportFormats.all()) {
                Path file = again.resolve(format.fileName());
                System.out.printf("  %s %,d bytes%n", format.fileName(), Files.size(file));
                assertThat(Files.mismatch(file, saved.resolve(format.fileName())))
                        .as(format.fileName())
                        .isEqualTo(-1);
            }
            assertThat(Files.size(again.resolve(ReportFormats.FRONT_PAGE))).isLessThan(size);
            assertThat(Duration.ofMillis(took)).isLessThan(bound);
            return run.peakMegabytes();
        }
    }
}
