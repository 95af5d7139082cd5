package dev.naysayer.engine.exchange.redaction;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.TOKEN;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.operation;
import static dev.naysayer.engine.exchange.Sending.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.BasicPair;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.PercentEncoding;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.Sending;
import dev.naysayer.engine.exchange.client.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RedactorTest {

    private final Redactor redactor = new Redactor();
    private final UserFields users = UserFields.showing(Set.of(), redactor);

    /** Conditions send pairs of their own, whose user is called as many clients are. */
    @ParameterizedTest
    @ValueSource(strings = {"naysayer", "a", "ab", "abc", "somebody.else"})
    void of_an_encoded_pair_only_what_follows_from_the_password_is_secret(String user) {
        Secret pair = BasicPair.encoded(user + ":" + UUID.randomUUID());
        redactor.register(BasicPair.hidden(pair));

        assertThat(redactor.isIn("Authorization: Basic "
                        + BasicPair.encoded(user + ":made-up").reveal()))
                .isFalse();
        assertThat(redactor.redact("got " + pair.reveal()))
                .startsWith("got ")
                .endsWith(Redactor.MARK)
                .doesNotContain(pair.reveal().substring(pair.reveal().length() - 40));
    }

    @Test
    void a_token_that_the_limit_cuts_in_two_leaves_nothing_behind() {
        Redactor redactor = new Redactor();
        redactor.register(new Secret(Sending.TOKEN));
        String cut = "x".repeat(3000) + Sending.TOKEN.substring(0, Sending.TOKEN.length() - 1);

        Body body = redactor.redact(new Body(cut.getBytes(java.nio.charset.StandardCharsets.UTF_8), true));

        assertThat(body.text()).isEqualTo("x".repeat(3000) + "***redacted***");
    }

    @Test
    void a_token_is_in_no_part_of_the_exchange() throws Exception {
        String body = "{\"got\":\"" + TOKEN + "\",\"claims\":\"" + TOKEN.split("\\.", -1)[1] + "\"}";
        try (RawServer server = RawServer.answering("HTTP/1.1 401 Unauthorized\r\nX-Debug: token=" + TOKEN
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            Exchange exchange = sendTo(
                    server.url(),
                    operation("POST", "/{id}?access_token=" + TOKEN, Map.of("id", TOKEN), "{\"t\":\"" + TOKEN + "\"}"),
                    BEARER);
            Response response = answer(exchange);

            assertThat(server.received().get(0)).contains("Authorization: Bearer " + TOKEN);
            assertThat(exchange.request().headers()).contains(new Header("Authorization", "Bearer ***redacted***"));
            assertThat(exchange.request().body()).isEqualTo("{\"t\":\"***redacted***\"}");
            assertThat(exchange.request().uri()).endsWith("/***redacted***?access_token=***redacted***");
            assertThat(response.headers("X-Debug")).containsExactly("token=***redacted***");
            assertThat(response.body().text()).isEqualTo("{\"got\":\"***redacted***\",\"claims\":\"***redacted***\"}");
            assertThat(response.echoes()).containsExactly("header X-Debug", "the body");
            assertThat(exchange + response.body().text()).doesNotContain(TOKEN.split("\\.", -1));
        }
    }

    @Test
    void a_tokens_header_alone_is_hidden_but_no_echo() throws Exception {
        String body = TOKEN.split("\\.", -1)[0];
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 401 Unauthorized\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            Response response = answer(sendTo(server.url(), Sending.get("/"), BEARER));

            assertThat(response.echoes()).isEmpty();
            assertThat(response.body().text()).isEqualTo("***redacted***");
        }
    }

    @Test
    void another_cases_token_is_hidden_but_no_echo_of_this_one() throws Exception {
        redactor.register(new Secret("somebody-elses-key"));
        try (RawServer server = RawServer.answering(
                        "HTTP/1.1 401 Unauthorized\r\nContent-Length: 18\r\n\r\nsomebody-elses-key");
                ApiClient client = new ApiClient(server.url(), Sending.QUICK, List.of(), null, redactor)) {
            Response response = answer(client.send(Sending.get("/"), BEARER));

            assertThat(response.echoes()).isEmpty();
            assertThat(response.body().text()).isEqualTo("***redacted***");
        }
    }

    @Test
    void encoded_forms_are_found() {
        String key = "pa\"ss/wörd+key=?>~~~";
        redactor.register(new Secret(key));
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        Stream.of(
                        key,
                        URLEncoder.encode(key, StandardCharsets.UTF_8),
                        PercentEncoding.of(key),
                        Base64.getEncoder().withoutPadding().encodeToString(utf8),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(utf8))
                .forEach(form -> assertThat(redactor.redact("<" + form + ">")).isEqualTo("<***redacted***>"));
        assertThat(redactor.redact(("é" + key).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("é***redacted***".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_longest_form_wins_and_bytes_that_are_no_text_survive() {
        redactor.register(new Secret("abcdefgh"));
        redactor.register(new Secret("abcdefghijkl"));
        byte[] binary = {(byte) 0xFF, 0, (byte) 0x80, 'a'};

        assertThat(redactor.redact("xabcdefghijkl abcdefgh.")).isEqualTo("x***redacted*** ***redacted***.");
        assertThat(redactor.redact(binary)).isEqualTo(binary);
    }

    @Test
    void a_short_value_blanks_its_header_and_nothing_else() throws Exception {
        Credential credential =
                Credential.of(List.of(new Credential.Part("X-Api-Key", new Secret("key"))), new Secret("key"));
        try (RawServer server =
                RawServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 11\r\n\r\nno such key")) {
            Exchange exchange = sendTo(server.url(), Sending.get("/"), credential);

            assertThat(exchange.request().headers()).contains(new Header("X-Api-Key", "***redacted***"));
            assertThat(answer(exchange).body().text()).isEqualTo("no such key");
            assertThat(answer(exchange).echoes()).isEmpty();
        }
    }

    @Test
    void what_is_no_secret_of_an_authorization_header_stays() {
        Credential bare = Sending.header("Authorization", "Bearer");
        Credential raw = Sending.header("Authorization", TOKEN);

        assertThat(redactor.redactSent(List.of(new Header("Authorization", "Bearer")), bare, users))
                .containsExactly(new Header("Authorization", "Bearer"));
        assertThat(redactor.redactSent(List.of(new Header("Authorization", TOKEN)), raw, users))
                .containsExactly(new Header("Authorization", "***redacted***"));
    }

    @Test
    void a_short_secret_that_is_a_word_of_ours_is_found_in_what_others_say_alone() {
        Redactor redactor = new Redactor();
        redactor.register(new Secret("scenario"));
        redactor.addOwnWords("operations and scenarios");

        assertThat(redactor.isIn("all scenarios")).isFalse();
        assertThat(redactor.redact("a body with scenario")).isEqualTo("a body with " + Redactor.MARK);
        redactor.register(new Secret("0f3k9x2q"));
        assertThat(redactor.isIn("all scenarios of 0f3k9x2q")).isTrue();
    }
}
