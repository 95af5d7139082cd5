package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON has no limits (RFC 8259 section 9), so where ours is reached, nobody knows, and nobody is blamed. */
class BeyondLimitTest {

    static Stream<Arguments> beyond() {
        return Stream.of(
                Arguments.of("[".repeat(501) + "]".repeat(501), "is nested more than 500 levels deep"),
                Arguments.of("{\"a\":".repeat(600) + "1" + "}".repeat(600), "is nested more than 500 levels deep"),
                Arguments.of("{\"a\":" + "1".repeat(1_001) + "}", "has a number of more than 1,000 digits"),
                Arguments.of("{\"a\":0." + "1".repeat(2_000) + "}", "has a number of more than 1,000 digits"),
                Arguments.of("{\"a\":1e99999999999}", "has a number that is too large to compute with"),
                Arguments.of("{\"" + "a".repeat(60_000) + "\":1}", "has a name of more than 50,000 characters"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("beyond")
    void a_body_beyond_a_limit_is_neither_JSON_nor_none(String json, String words) {
        ErrorBody body = body(json);

        assertThat(body.limit()).contains(words).contains("Naysayer").endsWith("look at the body yourself");
        assertThat(body.fault()).isNull();
        assertThatThrownBy(body::json).isInstanceOf(BeyondLimit.class).hasMessageContaining(words);
        assertThatThrownBy(body::object).isInstanceOf(BeyondLimit.class);
    }

    @Test
    void what_is_just_within_the_limits_is_read() {
        assertThat(body("[".repeat(500) + "]".repeat(500)).json()).isNotNull();
        assertThat(body("{\"a\":" + "1".repeat(1_000) + "}").json()).isNotNull();
        assertThat(body("{\"status\":1e999}").object()).hasToString("{\"status\":1E+999}");
    }

    @Test
    void what_is_broken_before_a_limit_is_reached_is_broken() {
        assertThat(body("{\"a\":]").fault()).isEqualTo("it does not parse");
        assertThat(body("{\"a\":]").limit()).isNull();
    }

    @Test
    void the_texts_of_a_body_that_is_not_read_are_still_looked_through() {
        assertThat(facts("[".repeat(501)).texts()).extracting(PlacedText::place).contains("the body");
    }

    @Test
    void deep_JSON_with_long_names_has_short_places() {
        String name = "{\"" + "a".repeat(1_900) + "\":";
        List<PlacedText> texts = facts(name.repeat(490) + "1" + "}".repeat(490)).texts();

        assertThat(texts).hasSizeGreaterThan(490).allMatch(text -> text.place().length() < 2_500);
    }

    private static ErrorBody body(String json) {
        return facts(json).body();
    }

    private static Evidence facts(String json) {
        return Evidence.of(
                new Request("GET", "https://api.example/orders", List.of(), null),
                new Response(
                        401,
                        List.of(new Header("Content-Type", "application/problem+json")),
                        new Body(json.getBytes(StandardCharsets.UTF_8), false),
                        List.of()));
    }
}
