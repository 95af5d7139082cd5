package dev.naysayer.engine.credential.source;

import static dev.naysayer.engine.credential.source.TrialServer.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.UnusableSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Users of a file that other tools read, too. */
class WfcTest {

    private static final TokenRequest GOOD = TokenRequest.good(List.of());

    private static final String PASSWORD = "pa55-of-alice";

    private static final String LOGINS = """
            auth:
              - name: alice
                loginEndpointAuth: {payloadUserPwd: {username: alice, password: %1$s}}
              - name: raw
                loginEndpointAuth: {payloadRaw: '{"id": 7, "password": "%1$s"}'}
              - name: form
                loginEndpointAuth:
                  payloadRaw: login=f%%20g&password=%1$s
                  contentType: application/x-www-form-urlencoded
                  token: {extractFrom: header, extractSelector: X-Token}
              - name: cookies
                loginEndpointAuth:
                  headers: [{name: Authorization, value: Basic %1$s}]
                  expectCookies: true
              - name: monitor
                fixedHeaders: [{name: X-API-Key, value: key-of-monitor}]
            authTemplate:
              loginEndpointAuth:
                endpoint: /login
                verb: POST
                contentType: application/json
                payloadUserPwd: {usernameField: user, passwordField: password}
                token: {extractFromField: /data/token, httpHeaderName: Authorization, headerPrefix: "Bearer "}
            configs: {blackBox: "true"}
            """.formatted(PASSWORD);

    private final TrialServer server = TrialServer.start();
    private final TrialContext trial = new TrialContext();

    @AfterEach
    void stop() {
        server.close();
    }

    private SourceContext context() {
        return trial.at(new LoopbackHttp(), server.url() + "/v1/");
    }

    private TokenSupply supply(String file, String... more) throws UnusableSource {
        String[] all = Stream.concat(Stream.of("auth", file), Stream.of(more)).toArray(String[]::new);
        return new Wfc().open(Declared.source("wfc", all), context());
    }

    private String good(String file, String... more) throws Exception {
        return supply(file, more).token(GOOD).text().reveal();
    }

    /** Header, value and what is presented of it. */
    static Stream<Arguments> headers() {
        return Stream.of(
                arguments("Authorization", "Bearer abc.def", "abc.def"),
                arguments("authorization", "bearer  abc", "abc"),
                arguments("Authorization", "abc", "abc"),
                arguments("Authorization", "Basic dGVzdDp0ZXN0Cg==", "test:test"),
                arguments("X-API-Key", "k1", "k1"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_fixed_header_holds_the_credential(String name, String value, String presented) throws Exception {
        assertThat(good("auth: [{name: a, fixedHeaders: [{name: %s, value: '%s'}]}]".formatted(name, value)))
                .isEqualTo(presented);
        assertThat(trial.secrets).contains(presented);
    }

    @Test
    void of_several_headers_authorization_is_taken_or_the_one_that_the_suite_names() throws Exception {
        String file =
                "auth: [{name: a, fixedHeaders: [{name: X-Tenant, value: t}, {name: Authorization, value: Bearer b}]}]";

        assertThat(good(file)).isEqualTo("b");
        assertThat(good(file, "header", "x-tenant")).isEqualTo("t");
    }

    @Test
    void a_user_and_a_password_are_sent_as_the_template_says() throws Exception {
        server.on("/v1/login", json(200, "{\"data\":{\"token\":\"tok-1\"}}"));

        assertThat(good(LOGINS, "user", "alice")).isEqualTo("tok-1");
        assertThat(server.asked("/v1/login")).singleElement().satisfies(it -> {
            assertThat(it.method()).isEqualTo("POST");
            assertThat(it.content()).isEqualTo("{\"user\":\"alice\",\"password\":\"%s\"}".formatted(PASSWORD));
        });
        assertThat(trial.secrets).contains(PASSWORD, "tok-1").doesNotContain("alice");
    }

    @Test
    void raw_payloads_are_sent_as_they_are_meant() throws Exception {
        server.on(
                "/v1/login",
                new TrialServer.Reply(
                        200,
                        "application/json",
                        "{\"data\":{\"token\":\"tok-1\"}}",
                        Map.of("X-Token", List.of("tok-2"))));

        assertThat(good(LOGINS, "user", "raw")).isEqualTo("tok-1");
        assertThat(good(LOGINS, "user", "form")).isEqualTo("tok-2");
        assertThat(server.asked("/v1/login").get(0).content())
                .isEqualTo("{\"id\":7,\"password\":\"%s\"}".formatted(PASSWORD));
        assertThat(server.asked("/v1/login").get(1).form())
                .containsEntry("login", "f g")
                .containsEntry("password", PASSWORD);
        assertThat(trial.secrets).contains(PASSWORD);
    }

    @Test
    void a_session_is_the_cookie_that_the_suite_names() throws Exception {
        server.on(
                "/v1/login",
                new TrialServer.Reply(204, "text/plain", "", Map.of("Set-Cookie", List.of("SESSION=s-1; Path=/"))));

        assertThat(good(LOGINS, "user", "cookies", "cookie", "SESSION")).isEqualTo("s-1");
        assertThat(server.asked("/v1/login").get(0).field("Authorization")).isEqualTo("Basic " + PASSWORD);
    }

    @Test
    void who_has_a_header_does_not_log_in() throws Exception {
        assertThat(good(LOGINS, "user", "monitor")).isEqualTo("key-of-monitor");
        assertThat(server.asked("/v1/login")).isEmpty();
    }

    @Test
    void another_server_is_named_by_the_file() {
        assertThat(
                        new Wfc()
                                .servers(
                                        Declared.source(
                                                "wfc",
                                                "auth",
                                                "auth: [{name: a, loginEndpointAuth: {externalEndpointURL: 'https://login.example/in', verb: POST}}]")))
                .containsExactly(URI.create("https://login.example/in"));
    }

    @Test
    void a_bad_credential_has_to_be_captured() throws Exception {
        TokenSupply supply = supply(LOGINS, "user", "monitor");

        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> supply.token(new TokenRequest("expired-token", TokenNeed.Kind.EXPIRED, List.of()))))
                .hasMessageContaining("a file of users gives good credentials only");
    }

    /** What stands in the file, and what is told of it. */
    static Stream<Arguments> unusable() {
        return Stream.of(
                arguments("[[auth]]\nname = \"a\"\n", "the file is TOML"),
                arguments("auth: [{name: a", "the file is no YAML"),
                arguments("users: []", "the file has no list 'auth' of users"),
                arguments("auth: [{}]", "a user of the file has no name"),
                arguments("auth: [{name: a}, {name: a}]", "two users of the file are called 'a'"),
                arguments("auth: [{name: a}, {name: b}]", "the file has 2 users"),
                arguments("auth: [{name: a}]", "the user has neither 'fixedHeaders' nor 'loginEndpointAuth'"),
                arguments("auth: [{name: a, requireMockHandling: true}]", "the user needs answers of another service"),
                arguments(
                        "auth: [{name: a, fixedHeaders: [{name: X, value: 1}, {name: Y, value: 2}]}]",
                        "the user has no header 'Authorization'"),
                arguments(
                        "auth: [{name: a, fixedHeaders: [{name: Authorization, value: Negotiate pa55}]}]",
                        "the credential travels by an auth-scheme that no suite has"),
                arguments(
                        "auth: [{name: a, fixedHeaders: [{name: Authorization, value: Basic pa55%}]}]",
                        "what stands behind 'Basic' is no base64"),
                arguments(
                        "auth: [{name: a, fixedHeaders: [{name: X, value: ''}]}]", "holds no credential: it is empty"),
                arguments("auth: [{name: a, loginEndpointAuth: {verb: POST}}]", "the log-in has no 'endpoint'"),
                arguments(
                        "auth: [{name: a, loginEndpointAuth: {verb: DELETE, endpoint: /l}}]",
                        "nobody logs in by DELETE"),
                arguments(
                        "auth: [{name: a, loginEndpointAuth: {verb: POST, endpoint: /l}}]",
                        "the log-in does not say where the token stands"),
                arguments(
                        "auth: [{name: a, loginEndpointAuth: {verb: POST, endpoint: /l, expectCookies: true}}]",
                        "the file does not say which of them is the session"),
                arguments(
                        "auth: [{name: a, loginEndpointAuth: {verb: POST, endpoint: /l, payloadRaw: pa55}}]",
                        "'payloadRaw' of the log-in is no JSON object"),
                arguments(
                        "auth: [{name: a, loginEndpointAuth: {verb: POST, endpoint: /l, contentType: text/xml, payloadRaw: pa55}}]",
                        "a log-in sends JSON or a form here"),
                arguments(
                        "auth: [{name: a, loginEndpointAuth: {verb: POST, endpoint: /l, token: {extractFromField: /t,"
                                + " httpHeaderName: Authorization, headerPrefix: 'JWT '}}}]",
                        "the token travels by an auth-scheme that no suite has"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void what_cannot_be_used_is_told_with_a_next_step_and_without_what_it_holds(String file, String told) {
        UnusableSource unusable = catchThrowableOfType(UnusableSource.class, () -> supply(file));

        assertThat(unusable).hasMessageStartingWith("what 'auth' refers to: ").hasMessageContaining(told);
        assertThat(unusable.nextStep()).isNotBlank();
        assertThat(unusable.getMessage() + unusable.nextStep()).doesNotContain("pa55");
    }
}
