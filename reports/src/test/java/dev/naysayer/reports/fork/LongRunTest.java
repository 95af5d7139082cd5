package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
            assertThat(run.page()).contains("All %d cases keep the contract.".formatted(cases));
            assertThatItIsSmall(reports, cases, 1_200);
        }
    }

    /** Two thousand operations, as {@code docs/performance.md} measures them. */
    @Test
    @EnabledIfSystemProperty(named = "tests.long", matches = "true")
    void twelve_thousand_cases_leave_less_than_15_megabytes_of_each_and_take_less_than_500_of_memory()
            throws Exception {
        Path suite = LargeSuite.write(folder, 2000);
        Path reports = folder.resolve("report-large");
        try (LoopbackApi api = LoopbackApi.start(Integer.MAX_VALUE, 200);
                ForkedRun run = ForkedRun.start(
                        reports,
                        api,
                        List.of("-Xmx256m", "-DKEY=" + LargeSuite.key(), "-Dnaysayer.target=" + api.url()),
                        suite.toString())) {
            run.await(1800);

            int cases = run.report().at("/cases").size();
            assertThat(cases).isEqualTo(2000 * LargeSuite.CASES_OF_AN_OPERATION);
            assertThatItIsSmall(reports, cases, 1_000);
            assertThat(run.peakMegabytes()).isLessThan(500);
            Document page = Jsoup.parse(run.page());
            Set<String> places = Set.copyOf(page.select("[id]").eachAttr("id"));
            assertThat(page.select(".matrix a")).hasSize(cases);
            assertThat(page.select("a[href^=#]").eachAttr("href")).allMatch(href -> places.contains(href.substring(1)));
        }
    }

    private static void assertThatItIsSmall(Path reports, int cases, long bytesOfACase) throws IOException {
        assertThat(Files.size(reports.resolve("report.json")) / cases).isLessThan(bytesOfACase);
        assertThat(Files.size(reports.resolve("index.html")) / cases).isLessThan(bytesOfACase);
        try (Stream<Path> journal = Files.list(reports.resolve("journal"))) {
            assertThat(journal.mapToLong(file -> file.toFile().length()).sum() / cases)
                    .isLessThan(bytesOfACase);
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
