package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Browsers;
import dev.naysayer.dsl.source.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a suite says of pages. */
class BrowsersTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void nothing_is_said_of_pages_unless_the_suite_says_it() {
        assertThat(read("")).isNull();
    }

    @Test
    void an_origin_alone_is_enough() {
        assertThat(read("browsers: https://app.example"))
                .isEqualTo(new Browsers(List.of("https://app.example"), null, List.of(), List.of()));
    }

    @Test
    void several_origins_are_each_there_once() {
        assertThat(read("browsers: [https://app.example, http://localhost:3000, https://app.example]")
                        .origins())
                .containsExactly("https://app.example", "http://localhost:3000");
    }

    @Test
    void a_mapping_says_more() {
        assertThat(
                        read(
                                "browsers: {origin: https://app.example, credentials: include, headers: [X-Tenant, x-tenant], expose: WWW-Authenticate}"))
                .isEqualTo(new Browsers(
                        List.of("https://app.example"),
                        Browsers.INCLUDE,
                        List.of("x-tenant"),
                        List.of("WWW-Authenticate")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[::1]:8080", "capacitor://localhost", "https://a", "http://127.0.0.1:443"})
    void whatever_a_browser_sends_is_an_origin(String origin) {
        assertThat(read("browsers: \"%s\"".formatted(origin)).origins()).containsExactly(origin);
    }

    @Test
    void cookies_are_included_where_the_suite_says_so_or_has_one_and_says_nothing() {
        Browsers silent = read("browsers: https://app.example");
        Browsers omitting = read("browsers: {origin: https://app.example, credentials: omit}");
        Browsers including = read("browsers: {origin: https://app.example, credentials: include}");

        assertThat(silent.includes(false)).isFalse();
        assertThat(silent.includes(true)).isTrue();
        assertThat(omitting.includes(true)).isFalse();
        assertThat(including.includes(false)).isTrue();
    }

    @SuppressWarnings("NullAway") // a suite that says nothing has none
    private Browsers read(String line) {
        Reading reading = new SuiteFiles(folder).read(SuiteFiles.ORDERS + line + "\n");
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).suite().browsers();
    }
}
