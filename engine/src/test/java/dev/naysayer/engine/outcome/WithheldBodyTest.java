package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a credential opens is somebody's data. */
class WithheldBodyTest {

    private static final String DATA = "{\"owner\": \"Ada Lovelace\", \"balance\": 1200}";

    @Test
    void of_an_answer_that_let_the_credential_in_size_type_digest_and_shape_are_kept() {
        Transcript transcript = Transcript.of(answer(200, DATA, false), false);

        assertThat(transcript.responseBody()).isNull();
        assertThat(transcript.withheld())
                .isEqualTo(
                        "42 bytes of application/json, SHA-256 "
                                + "e5c5db58afbfff1b7909dbb3ec6ba2c3117619ded7395a81a903d63f721fb5a9, {owner: text, balance: number}");
    }

    @Test
    void a_suite_that_says_why_keeps_it() {
        Transcript transcript = Transcript.of(answer(200, DATA, false), true);

        assertThat(transcript.responseBody()).isEqualTo(DATA);
        assertThat(transcript.withheld()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401 | {\"title\": \"Unauthorized\"}",
                "500 | at orders.Repository.find",
                "302 | see /login",
                "200 | {\"error\": \"invalid_token\"}",
                "200 | {\"status\": 401, \"message\": \"log in\"}"
            })
    void what_refuses_is_kept(int status, String body) {
        Transcript transcript = Transcript.of(answer(status, body, false), false);

        assertThat(transcript.responseBody()).isEqualTo(body);
        assertThat(transcript.withheld()).isNull();
    }

    @Test
    void so_is_what_goes_beyond_a_limit_of_ours() {
        Transcript transcript = Transcript.of(answer(200, "[".repeat(600) + "]".repeat(600), false), false);

        assertThat(transcript.responseBody()).isNull();
        assertThat(transcript.withheld()).matches("1200 bytes of application/json, SHA-256 [0-9a-f]{64}");
    }

    @Test
    void an_answer_without_a_body_has_nothing_to_withhold() {
        Transcript transcript = Transcript.of(answer(204, "", false), false);

        assertThat(transcript.responseBody()).isEmpty();
        assertThat(transcript.withheld()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                          | []",
                "[{\"id\": 1}, {\"id\": 2}]                  | [2 × {id: number}]",
                "{\"a\": {\"b\": {\"c\": {\"d\": 1}}}}       | {a: {b: {…}}}",
                "{\"a\": [[1], [2]]}                         | {a: [2 × […]]}",
                "{\"ok\": true, \"none\": null, \"no\": {}}  | {ok: true or false, none: null, no: {}}",
                "{\"ada@example.com\": 1, \"Ada Lovelace\": 2, \"4711081512\": 3} | {…: number, …: number, …: number}",
                "\"Ada\"                                     | text"
            })
    void the_shape_has_types_and_no_value(String body, String shape) {
        assertThat(Transcript.of(answer(200, body, false), false).withheld()).endsWith(", " + shape);
    }

    @Test
    void the_shape_is_bounded() {
        StringBuilder body = new StringBuilder("{\"first\": 1");
        for (char name = 'a'; name <= 'z'; name++) {
            body.append(", \"").append(name).append("\": 1");
        }

        assertThat(Transcript.of(answer(200, body + "}", false), false).withheld())
                .endsWith("{first: number, a: number, b: number, c: number, d: number, e: number, f: number, g: number,"
                        + " h: number, i: number, 17 more}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Ada Lovelace</html>", "{\"owner\": \"Ada Lovel", "name;Ada Lovelace"})
    void what_is_no_json_has_no_shape(String body) {
        assertThat(Transcript.of(answer(200, body, true), false).withheld())
                .startsWith("the first " + body.length() + " bytes of application/json, SHA-256 ")
                .matches(".*SHA-256 [0-9a-f]{64}");
    }

    private static Exchange answer(int status, String body, boolean truncated) {
        return new Exchange.Answered(
                new Request("GET", "http://orders.example/orders", List.of(), null),
                new Response(
                        status,
                        List.of(new Header("Content-Type", "application/json")),
                        new Body(body.getBytes(StandardCharsets.UTF_8), truncated),
                        List.of()));
    }
}
