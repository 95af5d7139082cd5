package dev.naysayer.engine.credential.source;

import static dev.naysayer.engine.credential.source.TrialServer.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that asks for a user: by his password, or by a refresh token. */
class GrantTypeTest {

    private static final TokenRequest GOOD = TokenRequest.good(List.of("orders:read"));

    private final String password = "password " + UUID.randomUUID();
    private final TrialServer server = TrialServer.start();
    private final TrialContext trial = new TrialContext();
    private final AtomicInteger tokens = new AtomicInteger();

    @AfterEach
    void stop() {
        server.close();
    }

    private TokenSupply supply(String... more) throws UnusableSource {
        List<String> settings =
                new ArrayList<>(List.of("token-endpoint", server.url() + "/token", "client-id", "tests"));
        settings.addAll(List.of(more));
        return new ClientCredentials()
                .open(
                        Declared.source("client-credentials", settings.toArray(String[]::new)),
                        trial.context(new LoopbackHttp()));
    }

    @Test
    void a_public_client_asks_by_a_users_password() throws Exception {
        server.on("/token", json(200, "{\"access_token\":\"opaque-1\",\"refresh_token\":\"refresh-1\"}"));

        assertThat(supply("user", "anna", "password", password)
                        .token(GOOD)
                        .text()
                        .reveal())
                .isEqualTo("opaque-1");

        assertThat(server.asked("/token")).singleElement().satisfies(it -> {
            assertThat(it.form())
                    .containsOnly(
                            Map.entry("grant_type", "password"),
                            Map.entry("username", "anna"),
                            Map.entry("password", password),
                            Map.entry("scope", "orders:read"),
                            Map.entry("client_id", "tests"));
            assertThat(it.authorization()).isEmpty();
        });
        assertThat(trial.secrets).contains(password, "opaque-1", "refresh-1").doesNotContain("anna");
    }

    @Test
    void a_client_with_a_secret_proves_itself_beside_the_users_password() throws Exception {
        server.on("/token", json(200, "{\"access_token\":\"opaque-1\"}"));

        supply("user", "anna", "password", password, "client-secret", "secret").token(GOOD);

        assertThat(server.asked("/token").get(0).authorization()).startsWith("Basic ");
        assertThat(server.asked("/token").get(0).form()).doesNotContainKey("client_id");
    }

    @Test
    void each_answer_may_bring_another_refresh_token_and_the_last_one_counts() throws Exception {
        server.on(
                "/token",
                it -> it.parameter("refresh_token").equals("refresh-" + tokens.get())
                        ? json(
                                200,
                                "{\"access_token\":\"opaque-%1$d\",\"refresh_token\":\"refresh-%1$d\"}"
                                        .formatted(tokens.incrementAndGet()))
                        : json(400, "{\"error\":\"invalid_grant\"}"));
        TokenSupply supply = supply("refresh-token", "refresh-0");

        assertThat(supply.token(GOOD).text().reveal()).isEqualTo("opaque-1");
        assertThat(supply.token(GOOD).text().reveal()).isEqualTo("opaque-2");
        assertThat(server.asked("/token").get(0).parameter("grant_type")).isEqualTo("refresh_token");
        assertThat(trial.secrets).contains("refresh-0", "refresh-1", "refresh-2");
    }

    @Test
    void what_the_server_does_not_take_is_told_and_not_tried_again() throws Exception {
        server.on(
                "/token", it -> json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"" + password + "\"}"));
        TokenSupply byPassword = supply("user", "anna", "password", password);
        TokenSupply byRefresh = supply("refresh-token", "refresh-0");
        String answered = server.url() + "/token gives no token, it answers 400 invalid_grant: ";

        for (int i = 0; i < 2; i++) {
            assertThat(catchThrowableOfType(SourceFailed.class, () -> byPassword.token(GOOD)))
                    .hasMessage(answered + "check 'user' and 'password'");
            assertThat(catchThrowableOfType(SourceFailed.class, () -> byRefresh.token(GOOD)))
                    .hasMessage(answered + "give a fresh 'refresh-token': this one has expired, was taken back,"
                            + " or another run has used it");
        }
        assertThat(server.asked("/token")).hasSize(2);
    }

    @Test
    void a_server_that_does_not_allow_the_grant_is_told_which_one() throws Exception {
        server.on("/token", json(400, "{\"error\":\"unsupported_grant_type\"}"));

        assertThat(catchThrowableOfType(
                        SourceFailed.class,
                        () -> supply("user", "anna", "password", password).token(GOOD)))
                .hasMessageEndingWith("let the server allow this client the grant password, with what it asks for");
        server.on("/token", json(401, "{}"));
        assertThat(catchThrowableOfType(
                        SourceFailed.class,
                        () -> supply("refresh-token", "refresh-0").token(GOOD)))
                .hasMessageEndingWith("answers 401: check 'client-id', and whether the client needs a 'client-secret'");
    }

    @Test
    void a_token_is_not_revoked_where_the_refresh_token_could_go_with_it() throws Exception {
        TokenSupply supply = supply("refresh-token", "refresh-0", "revocation-endpoint", server.url() + "/revoke");

        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> supply.token(new TokenRequest("revoked-token", TokenNeed.Kind.REVOKED, List.of()))))
                .hasMessage("because whoever takes a token back may take the refresh token back with it,"
                        + " add a token that was revoked earlier below 'token', as 'revoked-token'");
        assertThat(server.asked("/token")).isEmpty();
    }

    record Wrong(int line, String message, String nextStep, List<String> settings) {}

    static Stream<Wrong> wrong_declarations() {
        return Stream.of(
                new Wrong(
                        7,
                        "'user' and 'password' go together",
                        "give both, or leave this one out",
                        List.of("user", "anna")),
                new Wrong(
                        7,
                        "'user' and 'password' go together",
                        "give both, or leave this one out",
                        List.of("password", "p")),
                new Wrong(
                        9,
                        "a client asks for tokens in one way, and this is a second one",
                        "keep 'refresh-token', or 'user' with 'password'",
                        List.of("user", "anna", "password", "p", "refresh-token", "r")),
                new Wrong(
                        7,
                        "what 'refresh-token' refers to is no token: it holds 2 lines",
                        "let it give the token alone",
                        List.of("refresh-token", "a\nb")),
                new Wrong(
                        9,
                        "'client-authentication' does not fit what the client has",
                        "with 'client-secret' it is client_secret_basic or client_secret_post, with 'client-key' private_key_jwt",
                        List.of("user", "anna", "password", "p", "client-authentication", "client_secret_post")));
    }

    @ParameterizedTest
    @MethodSource("wrong_declarations")
    void what_does_not_go_together_is_told_at_its_place(Wrong wrong) {
        UnusableSource problem = catchThrowableOfType(
                UnusableSource.class, () -> supply(wrong.settings().toArray(String[]::new)));

        assertThat(problem).hasMessage(wrong.message()).hasNoCause();
        assertThat(problem.nextStep()).isEqualTo(wrong.nextStep());
        assertThat(problem.at()).isEqualTo(Declared.line(wrong.line()));
    }
}
