package dev.naysayer.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Readers find what they look for: they filter, and they follow links that somebody sent them. */
@EnabledIfSystemProperty(named = "tests.browser", matches = "true")
class FilterTest {

    private static final String QUIET_CASE = "orders-api-get-orders-no-token";
    private static final String LOUD_CASE = "orders-api-get-orders-expired-token";

    /** What can be filtered and is not hidden, by its text. */
    private static final String SHOWN =
            "[...document.querySelectorAll('[data-kind]')].filter(it => !it.hidden).map(it => it.textContent)";

    /** Whether an element is where a reader looks. */
    private static final String IN_SIGHT = """
            (() => { const it = document.getElementById('%s'), place = it.getBoundingClientRect();
              return it.checkVisibility() && place.bottom > 0 && place.top < innerHeight; })()""";

    private static @TempDir Path folder;
    private static Chromium chromium;

    private Tab tab;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        ReportWriter.write(RecordedRun.document(), folder);
    }

    @AfterAll
    static void end() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        tab = chromium.open().wide(1280, 600);
    }

    @AfterEach
    void close() {
        tab.close();
    }

    private static String address(String fragment) {
        return folder.resolve("index.html").toUri() + fragment;
    }

    private List<String> shown() {
        return tab.evaluate(SHOWN).values().stream().map(JsonNode::asString).toList();
    }

    private String fragment() {
        return tab.evaluate("location.hash").asString();
    }

    @Test
    void words_that_are_typed_leave_what_has_them_and_the_address_keeps_them() {
        int all = tab.show(address("")).evaluate(SHOWN).size();
        tab.strike(Key.SLASH).type("expired-token -delete").await("location.hash");

        assertThat(shown())
                .isNotEmpty()
                .hasSizeLessThan(all)
                .allMatch(it -> it.contains("expired-token") && !it.contains("DELETE"));
        assertThat(fragment()).isEqualTo("#?q=expired-token+-delete");
        assertThat(tab.evaluate("document.querySelector('[role=status]').textContent")
                        .asString())
                .isEqualTo(shown().size() + " of " + all + " shown");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void an_address_with_a_filter_shows_what_somebody_else_saw_until_all_is_asked_for() {
        int all = tab.show(address("")).evaluate(SHOWN).size();
        tab.show("about:blank").show(address("#?q=orders&not=conforming+violation"));

        assertThat(tab.evaluate("document.getElementById('_query').value").asString())
                .isEqualTo("orders");
        assertThat(tab.evaluate(
                                "[...document.querySelectorAll('[data-kind]')].filter(it => !it.hidden).map(it => it.dataset.kind)")
                        .values())
                .extracting(JsonNode::asString)
                .contains("warning", "inconclusive")
                .doesNotContain("conforming", "violation");

        tab.evaluate("document.getElementById('_all').click()");
        assertThat(shown()).hasSize(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suite-orders-api",
                "operation-orders-api-get-orders-id",
                LOUD_CASE,
                QUIET_CASE,
                "_rule-bearer-error-matches",
                "_coverage"
            })
    void a_link_leads_to_its_place_with_and_without_script(String place) throws IOException {
        tab.show(address("#" + place)).await(IN_SIGHT.formatted(place));
        tab.show("about:blank").withoutScript().show(address("#" + place)).await(IN_SIGHT.formatted(place));

        try (Served served = Served.under(PageTest.POLICY, folder.resolve("index.html"))) {
            tab.show(served.address() + "#" + place).await(IN_SIGHT.formatted(place));
        }
    }

    @Test
    void a_link_to_what_is_filtered_away_shows_it() {
        tab.show(address("#?q=nothing-has-this-word"));
        assertThat(shown()).isEmpty();

        tab.show(address("#" + LOUD_CASE)).await(IN_SIGHT.formatted(LOUD_CASE));
    }

    @Test
    void the_first_key_leads_past_the_head_to_what_is_to_be_mended() {
        tab.show(address("")).strike(Key.TAB);
        assertThat(tab.evaluate("document.activeElement.getAttribute('href')").asString())
                .isEqualTo("#_causes");
        assertThat(tab.evaluate("document.activeElement.getBoundingClientRect().left")
                        .asInt())
                .as("it shows while it has the focus")
                .isNotNegative();

        tab.strike(Key.ENTER).await(IN_SIGHT.formatted("_causes"));
    }

    @Test
    void without_script_there_is_no_filter_that_does_nothing() {
        tab.withoutScript().show(address(""));

        assertThat(tab.evaluate("document.querySelectorAll('input, button').length")
                        .asInt())
                .isZero();
    }
}
