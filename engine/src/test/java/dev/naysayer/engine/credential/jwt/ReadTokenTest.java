package dev.naysayer.engine.credential.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What a token says is shown as far as it names nobody, and its signature never. */
class ReadTokenTest {

    @Test
    void what_is_known_to_be_about_nobody_is_shown_and_everything_else_is_only_named() {
        String words = ReadToken.words(jwt("{\"alg\":\"RS256\",\"kid\":\"1\",\"x5c\":[\"certificate\"]}", """
                {"iss":"https://login.example","aud":["orders","account"],"exp":1777889730,"scope":"orders:read",
                "sub":"1f0c","email":"anna@example.org","name":"Anna","preferred_username":"anna","phone_number":"0",
                "https://example.org/employee":"4711"}"""));

        assertThat(words)
                .isEqualTo(
                        "a JWT with the header alg RS256, kid 1, x5c ***; and the claims iss https://login.example,"
                                + " aud [orders, account], exp 2026-05-04T10:15:30Z, scope orders:read, email ***,"
                                + " https://example.org/employee ***, name ***, phone_number ***, preferred_username ***, sub ***");
    }

    @Test
    void a_value_neither_floods_a_message_nor_breaks_its_lines() {
        String words =
                ReadToken.words(jwt("{\"alg\":\"RS256\"}", "{\"iss\":\"%s\\nnext\"}".formatted("i".repeat(500))));

        assertThat(words).hasSizeLessThan(250).doesNotContain("\n");
    }

    @Test
    void a_time_that_is_no_date_is_shown_as_it_stands() {
        assertThat(ReadToken.words(jwt("{\"alg\":\"RS256\"}", "{\"exp\":1e308,\"nbf\":\"soon\"}")))
                .contains("exp 1.0E308, nbf soon");
    }

    @Test
    void of_what_is_no_jwt_nothing_is_shown() {
        assertThat(ReadToken.words("opaque-and-secret")).isEqualTo("a token that is no JWT");
    }

    private static String jwt(String header, String claims) {
        return part(header) + "." + part(claims) + ".c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
