package dev.naysayer.engine.exchange.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Body;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A finding about an answer that let a credential in quotes nobody's data. */
class QuotesTest {

    private static final Body DATA = new Body(
            "{\"owner\": \"Zo\\u00eb Lovelace\", \"type\": \"application/json\"}".getBytes(StandardCharsets.UTF_8),
            false);

    @Test
    void what_stands_in_the_body_is_not_quoted() {
        assertThat(hidden("a JSON object, not \"owner\": \"Zo\\u00eb Lovelace\" and more"))
                .isEqualTo("a JSON object, not ***redacted*** and more");
    }

    @Test
    void nor_is_it_where_escapes_are_off() {
        assertThat(hidden("of Zoë Lovelace")).isEqualTo("of ***redacted***");
    }

    @Test
    void what_may_be_known_is_said_although_the_body_says_it_too() {
        assertThat(hidden("application/json")).isEqualTo("application/json");
        assertThat(hidden("200")).isEqualTo("200");
    }

    private static String hidden(String text) {
        return Quotes.hidden(text, List.of(DATA), Stream.of("Content-Type", "application/json"));
    }
}
