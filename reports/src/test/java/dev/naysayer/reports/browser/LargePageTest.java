package dev.naysayer.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.LargeRun;
import dev.naysayer.reports.collect.ReportWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The page of a large run is there at once, in a browser with nothing else to do. */
class LargePageTest {

    @TempDir
    private Path folder;

    @Test
    void a_thousand_cases_open() throws Exception {
        // The build's machine may have others to serve: here only the page's own work counts.
        assertThat(open(1_000).work()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.long", matches = "true")
    void ten_thousand_cases_can_be_used_in_less_than_two_seconds() throws Exception {
        assertThat(open(10_000).there()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.long", matches = "true")
    void fifty_thousand_cases_open() throws Exception {
        assertThat(open(50_000).there()).isLessThan(Duration.ofMinutes(1));
    }

    /**
     * What it takes.
     *
     * @param there when the page is drawn and answers
     * @param work of the processor for the page's own thread
     */
    private record Cost(Duration there, Duration work) {}

    private Cost open(int cases) throws Exception {
        ReportWriter.write(LargeRun.document(cases), folder);
        try (Chromium chromium = Chromium.start();
                Tab tab = chromium.open().wide(1280, 800)) {
            tab.ask("Performance.enable", Map.of("timeDomain", "threadTicks"));
            long begun = System.nanoTime();
            tab.show(folder.resolve("index.html").toUri().toString());
            tab.evaluate(Tab.DRAWN);
            Duration there = Duration.ofNanos(System.nanoTime() - begun);
            Duration work = tab.work();
            System.out.printf(
                    "%,d cases: there after %d ms, of which %d ms of work%n", cases, there.toMillis(), work.toMillis());

            long asked = System.nanoTime();
            tab.strike(Key.SLASH).type("expired-token").await("location.hash");
            System.out.printf("  filtered after %d ms%n", (System.nanoTime() - asked) / 1_000_000);
            assertThat(tab.evaluate("document.querySelectorAll('[data-kind]:not([hidden])').length")
                            .asInt())
                    .isGreaterThanOrEqualTo(cases / 10);

            assertThat(tab.evaluate("document.querySelectorAll('article.card.bad').length")
                            .asInt())
                    .isEqualTo(LargeRun.red(cases));
            assertThat(tab.complaints()).isEmpty();
            return new Cost(there, work);
        }
    }
}
