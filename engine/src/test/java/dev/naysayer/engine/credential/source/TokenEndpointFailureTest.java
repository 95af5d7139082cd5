package dev.naysayer.engine.credential.source;

import static dev.naysayer.engine.credential.source.TrialServer.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.source.TrialServer.Reply;
import dev.naysayer.engine.mover.Mover;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a token endpoint answers in place of a token is told with its URL and what to change, and never quoted. */
class TokenEndpointFailureTest {

    private static final String SECRET = UUID.randomUUID().toString();
    private static final TrialServer SERVER = TrialServer.start();

    private static final String CLIENT = "check 'client-id', 'client-secret' and 'client-authentication'";
    private static final String ENDPOINT = "check 'token-endpoint'";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    record Bad(String name, Reply reply, String message) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> bad_answers() {
        String page = "<html>%s</html>".formatted(SECRET);
        return Stream.of(
                new Bad("a page", new Reply(200, "text/html", page), "answers with a page: " + ENDPOINT),
                new Bad("text", new Reply(200, "text/plain", SECRET), "answers with what is no JSON: " + ENDPOINT),
                new Bad(
                        "nothing in it",
                        new Reply(200, "application/json", ""),
                        "answers with what is no JSON: " + ENDPOINT),
                new Bad("a list", json(200, "[\"%s\"]".formatted(SECRET)), "answers with what is no JSON: " + ENDPOINT),
                new Bad(
                        "endless nesting",
                        json(200, "{\"a\":" + "[".repeat(100_000)),
                        "answers with what is no JSON: " + ENDPOINT),
                new Bad(
                        "no token",
                        json(200, "{\"id_token\":\"%s\"}".formatted(SECRET)),
                        "gives no access_token in its answer: " + ENDPOINT),
                new Bad(
                        "a token that is an object",
                        json(200, "{\"access_token\":{\"a\":\"%s\"}}".formatted(SECRET)),
                        "gives no access_token in its answer: " + ENDPOINT),
                new Bad(
                        "a token of two lines",
                        json(200, "{\"access_token\":\"%s\\n%s\"}".formatted(SECRET, SECRET)),
                        "gives an access_token that holds 2 lines: look into the server's log"),
                new Bad(
                        "a DPoP token",
                        json(200, "{\"access_token\":\"%s\",\"token_type\":\"DPoP\"}".formatted(SECRET)),
                        "gives tokens that are not of the type Bearer: let it give this client bearer tokens"),
                new Bad("400 without a code", json(400, "{}"), "gives no token, it answers 400: " + CLIENT),
                new Bad(
                        "invalid_client",
                        json(401, "{\"error\":\"invalid_client\",\"error_description\":\"%s\"}".formatted(SECRET)),
                        "gives no token, it answers 401 invalid_client: " + CLIENT),
                new Bad(
                        "a secret as the code",
                        json(400, "{\"error\":\"%s\"}".formatted(SECRET)),
                        "gives no token, it answers 400: " + CLIENT),
                new Bad(
                        "invalid_scope",
                        json(400, "{\"error\":\"invalid_scope\"}"),
                        "gives no token, it answers 400 invalid_scope: let the server allow this client the scopes of the"
                                + " operations, or give 'scope' in their place"),
                new Bad(
                        "invalid_target",
                        json(400, "{\"error\":\"invalid_target\"}"),
                        "gives no token, it answers 400 invalid_target: check 'audience' and 'resource'"),
                new Bad(
                        "unauthorized_client",
                        json(400, "{\"error\":\"unauthorized_client\"}"),
                        "gives no token, it answers 400 unauthorized_client: let the server allow this client the grant"
                                + " client_credentials, with what it asks for"),
                new Bad("403", new Reply(403, "text/html", page), "gives no token, it answers 403: " + CLIENT),
                new Bad("404", new Reply(404, "text/html", page), "gives no token, it answers 404: " + ENDPOINT),
                new Bad(
                        "429",
                        new Reply(429, "text/plain", SECRET),
                        "gives no token, it answers 429, and asks to wait 30 s: let fewer runs ask it at a time"),
                new Bad(
                        "500",
                        new Reply(500, "text/html", page),
                        "gives no token, it answers 500: look into the server's log"),
                new Bad(
                        "a redirect",
                        new Reply(302, "text/html", page),
                        "gives no token, it answers 302 to 127.0.0.1: give the URL that it leads to, no redirect is followed; "
                                + ENDPOINT),
                new Bad("204", new Reply(204, "", ""), "gives no token, it answers 204: " + ENDPOINT),
                new Bad(
                        "nothing",
                        new Reply(0, "", ""),
                        "gives no answer (no answer came): " + ENDPOINT
                                + " and that the server can be reached from here"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_answers")
    void a_bad_answer_is_told_with_its_place_and_what_to_change(Bad bad) throws Exception {
        SERVER.on("/token", bad.reply());

        assertThat(failure(SERVER.url() + "/token?key=" + SECRET))
                .hasMessage(SERVER.url() + "/token " + bad.message())
                .hasNoCause();
        assertThat(bad.message()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "500, '{}', IDENTITY_PROVIDER",
        "503, '{}', IDENTITY_PROVIDER",
        "429, '{}', IDENTITY_PROVIDER",
        "400, '{\"error\":\"server_error\"}', IDENTITY_PROVIDER",
        "400, '{\"error\":\"invalid_scope\"}', SUITE",
        "401, '{}', SUITE",
        "404, '{}', SUITE",
        "200, '{}', SUITE"
    })
    void a_server_that_says_no_may_have_been_asked_the_wrong_thing_and_one_that_fails_has_failed(
            int status, String body, Mover mover) throws Exception {
        SERVER.on("/token", json(status, body));

        assertThat(failure(SERVER.url() + "/token").mover()).isEqualTo(mover);
    }

    @Test
    void a_server_that_is_not_there_is_told() throws Exception {
        TrialServer gone = TrialServer.start();
        gone.close();

        assertThat(failure(gone.url() + "/token"))
                .returns(Mover.IDENTITY_PROVIDER, SourceFailed::mover)
                .hasMessage(gone.url() + "/token gives no answer (no answer came): check 'token-endpoint'"
                        + " and that the server can be reached from here");
    }

    @Test
    @Timeout(8)
    void a_server_that_never_answers_is_given_up() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (TrialServer silent = TrialServer.start().on("/token", it -> answeredAfter(end))) {
            String endpoint = silent.url() + "/token";

            assertThat(failure(endpoint, new LoopbackHttp(Duration.ofMillis(300))))
                    .hasMessage(endpoint + " gives no answer (no answer came): check 'token-endpoint'"
                            + " and that the server can be reached from here");
            end.countDown();
        }
    }

    private static Reply answeredAfter(CountDownLatch end) {
        try {
            return json(end.await(4, TimeUnit.SECONDS) ? 503 : 500, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return json(500, "");
        }
    }

    private static SourceFailed failure(String endpoint) throws Exception {
        return failure(endpoint, new LoopbackHttp());
    }

    private static SourceFailed failure(String endpoint, IssuerHttp http) throws Exception {
        TokenSupply supply = new ClientCredentials()
                .open(
                        Declared.source(
                                "client-credentials",
                                "token-endpoint",
                                endpoint,
                                "client-id",
                                "naysayer",
                                "client-secret",
                                SECRET),
                        new TrialContext().context(http));
        return catchThrowableOfType(SourceFailed.class, () -> supply.token(TokenRequest.good(List.of("orders:read"))));
    }
}
