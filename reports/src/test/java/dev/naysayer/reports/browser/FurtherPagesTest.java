package dev.naysayer.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.command.Naysayer;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that commands make, as a real browser shows them. */
@EnabledIfSystemProperty(named = "tests.browser", matches = "true")
class FurtherPagesTest {

    private static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
    private static final Path PICTURES = Path.of("target", "pictures").toAbsolutePath();

    private static @TempDir Path folder;
    private static Chromium chromium;

    @BeforeAll
    static void make_them() throws Exception {
        chromium = Chromium.start();
        RunDocument run = RecordedRun.document();
        ReportWriter.write(run, folder.resolve("services/orders/1"));
        ReportWriter.write(with(run, run.cases().subList(0, 8)), folder.resolve("services/orders/2"));
        ReportWriter.write(RecordedRun.waived(), folder.resolve("services/billing"));
        ReportWriter.write(
                with(
                        run,
                        run.cases().stream()
                                .map(FurtherPagesTest::throughGateway)
                                .toList()),
                folder.resolve("services/gateway"));
        Files.createDirectories(folder.resolve("services/lost"));
        Files.writeString(folder.resolve("services/lost/report.json"), "<html>");
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream());
        String out = folder.resolve("out").toString();
        assertThat(Naysayer.run(
                        nobody, nobody, "fleet", out, folder.resolve("services").toString()))
                .isEqualTo(1);
        assertThat(Naysayer.run(
                        nobody,
                        nobody,
                        "drift",
                        out,
                        "direct=" + folder.resolve("services/orders/1"),
                        "gateway=" + folder.resolve("services/gateway")))
                .isEqualTo(1);
    }

    @AfterAll
    static void end() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"fleet, dark, 1280", "fleet, light, 360", "drift, light, 1280", "drift, dark, 360"})
    void nothing_is_in_the_way_of_anybody_and_nothing_is_wider_than_the_screen(String page, String scheme, int width)
            throws Exception {
        String address = page(page).toUri().toString();
        try (Tab tab = chromium.open().in(scheme).whole(width).show(address)) {
            tab.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");

            assertThat(AxeCore.findings(tab)).isEmpty();
            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(width);
            assertThat(tab.requests()).containsExactly(address);
            assertThat(tab.complaints()).isEmpty();
            tab.whole(width).keep(PICTURES.resolve("%s-%s-%d.png".formatted(page, scheme, width)));
            tab.printed().whole(720).keep(PICTURES.resolve(page + "-print.png"));
            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .as("on paper nothing can be scrolled")
                    .isLessThanOrEqualTo(720);
        }
    }

    @ParameterizedTest
    @CsvSource({"fleet", "drift"})
    void all_of_it_is_there_without_script_under_the_policy_of_servers_that_show_reports(String page) throws Exception {
        try (Served served = Served.under(POLICY, page(page));
                Tab tab = chromium.open().withoutScript().show(served.address())) {
            assertThat(tab.evaluate("getComputedStyle(document.querySelector('.mark.bad')).borderRadius")
                            .asString())
                    .isNotEqualTo("0px");
            assertThat(tab.evaluate("document.body.innerText").asString())
                    .contains(page.equals("fleet") ? "violations run by run: " : "parameter re-quoted");
            assertThat(served.asked()).hasSize(1);
        }
    }

    private static Path page(String name) {
        return folder.resolve("out").resolve(name + ".html");
    }

    private static RunDocument with(RunDocument it, List<RecordedCase> cases) {
        Run run = it.run();
        return new RunDocument(
                it.generator(),
                new Run(
                        "another",
                        run.ids(),
                        run.started().plus(Duration.ofDays(1)),
                        run.finished(),
                        run.processes(),
                        null,
                        List.of()),
                it.rules(),
                cases,
                it.comparisons());
    }

    /** It takes the quotes off a realm, and names itself. */
    private static RecordedCase throughGateway(RecordedCase it) {
        return new RecordedCase(
                it.origin(),
                it.outcome(),
                () -> it.exchanges().transcripts().stream()
                        .map(FurtherPagesTest::throughGateway)
                        .toList());
    }

    private static Transcript throughGateway(Transcript it) {
        return new Transcript(
                it.method(),
                it.uri(),
                it.requestHeaders(),
                it.requestBody(),
                it.status(),
                Stream.concat(
                                it.responseHeaders().stream()
                                        .map(header -> new Header(
                                                header.name(), header.value().replace("\"orders\"", "orders"))),
                                Stream.of(new Header("Via", "1.1 gateway")))
                        .toList(),
                it.responseBody(),
                it.withheld(),
                it.truncated(),
                it.endless(),
                it.notKept(),
                it.note(),
                it.took(),
                it.token());
    }
}
