package dev.naysayer.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page as a real browser shows it. */
@EnabledIfSystemProperty(named = "tests.browser", matches = "true")
class PageTest {

    /** As Jenkins shows what a build has left. */
    static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    /** Where pictures stay for somebody to look at. */
    private static final Path PICTURES = Path.of("target", "pictures").toAbsolutePath();

    private static final String OPEN_ALL = "document.querySelectorAll('details').forEach(it => it.open = true)";

    /** Texts that stand in the page and are not shown, once everything that folds is open. */
    private static final String NOT_SHOWN = """
            (() => {
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), hidden = [];
              for (let text; text = texts.nextNode();) {
                const place = text.parentElement;
                if (text.data.trim() && !place.closest('script, style, noscript, template')
                    && !place.checkVisibility({visibilityProperty: true, opacityProperty: true})) hidden.push(text.data.trim());
              }
              return hidden;
            })()""";

    private static @TempDir Path folder;
    private static Chromium chromium;

    /** What people meet, from nothing at all to everything at once. */
    enum Shown {
        EVERY_KIND,
        ONE_CASE,
        NO_CASE,
        UNFINISHED;

        RunDocument document() {
            return switch (this) {
                case EVERY_KIND -> RecordedRun.document();
                case ONE_CASE -> RecordedRun.document(RecordedRun.outcomes().subList(2, 3), List.of());
                case NO_CASE -> RecordedRun.document(List.of(), List.of());
                case UNFINISHED ->
                    RecordedRun.unfinished(
                            RunProcess.State.LOST,
                            RecordedRun.outcomes().subList(0, 3),
                            List.of("GET /orders › odd-token"));
            };
        }

        Path reports() {
            return folder.resolve(name());
        }

        Path page() {
            return reports().resolve("index.html");
        }
    }

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        for (Shown shown : Shown.values()) {
            ReportWriter.write(shown.document(), shown.reports());
        }
    }

    @AfterAll
    static void end() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_page_that_is_opened_asks_for_nothing_and_complains_of_nothing(Shown shown) {
        String address = shown.page().toUri().toString();
        try (Tab tab = chromium.open().show(address)) {
            tab.evaluate(OPEN_ALL);

            assertThat(tab.evaluate(NOT_SHOWN).values()).isEmpty();
            assertThat(tab.requests()).containsExactly(address);
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_of_it_is_there_where_scripts_are_switched_off(Shown shown) {
        try (Tab tab = chromium.open().withoutScript().show(shown.page().toUri().toString())) {
            tab.evaluate(OPEN_ALL);

            assertThat(tab.evaluate(NOT_SHOWN).values()).isEmpty();
            assertThat(tab.evaluate("document.body.innerText").asString())
                    .contains(shown.document().run().ids());
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void all_of_it_is_there_and_dressed_under_the_policy_of_servers_that_show_reports() throws IOException {
        try (Served served = Served.under(POLICY, Shown.EVERY_KIND.page());
                Tab tab = chromium.open().show(served.address())) {
            tab.evaluate(OPEN_ALL);

            assertThat(tab.evaluate(NOT_SHOWN).values()).isEmpty();
            assertThat(tab.evaluate("getComputedStyle(document.querySelector('.mark.bad')).borderRadius")
                            .asString())
                    .isNotEqualTo("0px");
            assertThat(tab.evaluate("self.origin").asString())
                    .as("what is sandboxed is of no origin")
                    .isEqualTo("null");
            assertThat(served.asked()).containsExactly("/index.html");
            assertThat(tab.complaints()).allMatch(it -> it.startsWith("Blocked script execution"), POLICY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EVERY_KIND, light, 1280",
        "EVERY_KIND, dark, 1280",
        "EVERY_KIND, light, 360",
        "UNFINISHED, light, 360",
        "NO_CASE, dark, 360"
    })
    void axe_finds_nothing_and_nothing_is_wider_than_the_window(Shown shown, String scheme, int width) {
        try (Tab tab = chromium.open().in(scheme).show(shown.page().toUri().toString())) {
            tab.evaluate(OPEN_ALL);
            tab.whole(width);

            assertThat(AxeCore.findings(tab)).isEmpty();
            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void axe_would_find_something() throws IOException {
        Path page = folder.resolve("poor.html");
        Files.writeString(page, "<title>x</title><img src='data:,'><p style='color:#ccc'>hardly to be read");
        try (Tab tab = chromium.open().show(page.toUri().toString())) {
            assertThat(AxeCore.findings(tab))
                    .anyMatch(it -> it.startsWith("image-alt: img"))
                    .anyMatch(it -> it.startsWith("color-contrast: p"))
                    .anyMatch(it -> it.startsWith("html-has-lang: html"));
        }
    }

    @Test
    void the_readme_shows_the_page_of_a_run_that_is_compared_with_another() throws IOException {
        Path reports = folder.resolve("compared");
        ReportWriter.write(RecordedRun.compared(), reports);
        Path picture = PICTURES.resolve("report.png");
        try (Tab tab = chromium.open().in("light").wide(1280, 1500)) {
            tab.show(reports.resolve("index.html").toUri().toString()).keep(picture);
        }
        assertThat(picture).isNotEmptyFile();
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.copy(picture, Path.of("..", "docs", "report.png"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVERY_KIND", "NO_CASE"})
    void pictures_are_kept_for_somebody_to_look_at(Shown shown) throws IOException {
        String name = shown.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try (Tab tab = chromium.open().in("light").show(shown.page().toUri().toString())) {
            tab.whole(1280).keep(PICTURES.resolve(name + "-light.png"));
            tab.in("dark").keep(PICTURES.resolve(name + "-dark.png"));
            tab.in("light").whole(360).keep(PICTURES.resolve(name + "-360.png"));
            // The width of A4 without its margins.
            tab.printed().whole(720).keep(PICTURES.resolve(name + "-print.png"));
        }
        assertThat(PICTURES.resolve(name + "-print.png")).isNotEmptyFile();
    }
}
