package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A long run writes its report in little memory: what is of a case is small, and lies on disk. */
class LongRunTest {

    private static final int CASES_OF_AN_OPERATION = 11;

    @TempDir
    private Path folder;

    @Test
    void a_thousand_tests_fit_into_a_small_heap() throws Exception {
        assertThatItFits(100, "64m", 30_000, 120);
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.long", matches = "true")
    void two_thousand_tests_fit_into_512_megabytes_and_twenty_thousand_into_a_gigabyte() throws Exception {
        assertThatItFits(200, "512m", 100_000, 300);
        assertThatItFits(2000, "1g", 100_000, 1800);
    }

    private void assertThatItFits(int operations, String heap, int size, long seconds) throws Exception {
        Path suite = suite(operations);
        Path reports = folder.resolve("report-" + operations);
        try (LoopbackApi api = LoopbackApi.start(Integer.MAX_VALUE, size);
                ForkedRun run = ForkedRun.start(
                        reports, api, List.of("-Xmx" + heap, "-Dnaysayer.target=" + api.url()), suite.toString())) {
            run.await(seconds);

            assertThat(run.console()).contains("Report: ").doesNotContain("OutOfMemoryError");
            int cases = run.report().at("/cases").size();
            assertThat(cases).isEqualTo(operations * CASES_OF_AN_OPERATION);
            assertThat(run.report().at("/run/finished").isNull()).isFalse();
            assertThat(run.page()).contains("All %d cases keep the contract.".formatted(operations * 9));
            long bodies = 2L * operations * size;
            assertThat((Files.size(reports.resolve("report.json")) - bodies) / cases)
                    .isLessThan(1500);
            assertThat((Files.size(reports.resolve("index.html")) - bodies) / cases)
                    .isLessThan(2500);
        }
    }

    /** Each operation has two controls and nine refusals. */
    private Path suite(int operations) throws IOException {
        String all = IntStream.range(0, operations)
                .mapToObj("  - GET /things/%d"::formatted)
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("things-%d.auth.yaml".formatted(operations)), """
                suite: Things API
                target: http://127.0.0.1:1

                credentials:
                  bearer:
                    token: {good: "${TOKEN}"}

                operations:
                %s

                scenarios: [no-token, unknown-token, empty-header, wrong-scheme, bare-token, scheme-run-on, token-in-cookie,
                  token-in-x-auth-token, any-accept-no-token]
                """.formatted(all));
    }
}
