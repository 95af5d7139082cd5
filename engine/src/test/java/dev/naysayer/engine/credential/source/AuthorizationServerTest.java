package dev.naysayer.engine.credential.source;

import static dev.naysayer.engine.credential.source.TrialServer.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.credential.source.TrialServer.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints as the suite names them, or as the server's metadata does. */
class AuthorizationServerTest {

    private static final String SECRET = UUID.randomUUID().toString();

    private final TrialServer server =
            TrialServer.start().on("/token", json(200, "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\"}"));

    @AfterEach
    void stop() {
        server.close();
    }

    private TokenSupply discovered(String issuer) throws UnusableSource {
        return open("issuer", issuer, "client-id", "naysayer", "client-secret", SECRET);
    }

    private static TokenSupply open(String... settings) throws UnusableSource {
        return new ClientCredentials()
                .open(Declared.source("client-credentials", settings), new TrialContext().context(new LoopbackHttp()));
    }

    private Reply metadata(String issuer) {
        return json(
                200, JSONObjectUtils.toJSONString(Map.of("issuer", issuer, "token_endpoint", server.url() + "/token")));
    }

    private static String token(TokenSupply supply) throws Exception {
        return supply.token(TokenRequest.good(List.of())).text().reveal();
    }

    private static SourceFailed failure(TokenSupply supply) {
        return catchThrowableOfType(SourceFailed.class, () -> token(supply));
    }

    @Test
    void metadata_are_looked_for_before_the_issuers_path_and_fetched_once() throws Exception {
        String issuer = server.url() + "/realms/orders";
        server.on("/.well-known/oauth-authorization-server/realms/orders", metadata(issuer));
        TokenSupply supply = discovered(issuer);

        assertThat(token(supply)).isEqualTo("opaque");
        assertThat(token(supply)).isEqualTo("opaque");
        assertThat(server.asked("/.well-known/oauth-authorization-server/realms/orders"))
                .hasSize(1);
    }

    @Test
    void then_behind_it_also_if_a_page_is_at_the_first_place() throws Exception {
        String issuer = server.url() + "/realms/orders";
        server.on(
                        "/.well-known/oauth-authorization-server/realms/orders",
                        new Reply(200, "text/html", "<html>hello</html>"))
                .on("/realms/orders/.well-known/openid-configuration", metadata(issuer));

        assertThat(token(discovered(issuer))).isEqualTo("opaque");
    }

    @Test
    void a_slash_at_the_issuers_end_makes_no_difference() throws Exception {
        server.on("/.well-known/oauth-authorization-server", metadata(server.url() + "/"));

        assertThat(token(discovered(server.url()))).isEqualTo("opaque");
        assertThat(token(discovered(server.url() + "/"))).isEqualTo("opaque");
    }

    @Test
    void nothing_is_asked_before_a_token_is_wanted() throws Exception {
        assertThat(discovered(server.url())).isNotNull();

        assertThat(server.asked("/.well-known/oauth-authorization-server")).isEmpty();
    }

    @Test
    void no_metadata_is_told_with_what_to_give_in_their_place() throws Exception {
        assertThat(failure(discovered(server.url() + "/orders")))
                .hasMessage("no metadata in JSON below %s/orders, neither as oauth-authorization-server nor as"
                                .formatted(server.url())
                        + " openid-configuration: check 'issuer', or give 'token-endpoint' in its place");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whoever_has_no_time_is_not_asked_at_the_second_place(int status) throws Exception {
        server.on("/.well-known/oauth-authorization-server", json(status, "{}"));

        assertThat(failure(discovered(server.url())))
                .hasMessage("%s/.well-known/oauth-authorization-server answers %d, and asks to wait 30 s: %s"
                        .formatted(
                                server.url(),
                                status,
                                status == 429 ? "let fewer runs ask it at a time" : "look into the server's log"));
        assertThat(server.asked("/.well-known/openid-configuration")).isEmpty();
    }

    @Test
    void what_is_found_in_the_place_of_metadata_is_said() throws Exception {
        server.on("/.well-known/oauth-authorization-server", json(302, ""))
                .on("/.well-known/openid-configuration", json(500, "{}"));

        assertThat(failure(discovered(server.url())))
                .hasMessage(
                        ("no metadata in JSON below %1$s (%1$s/.well-known/oauth-authorization-server answers 302 to"
                                        + " 127.0.0.1, %1$s/.well-known/openid-configuration answers 500): check 'issuer', or give"
                                        + " 'token-endpoint' in its place")
                                .formatted(server.url()));
    }

    @Test
    void metadata_of_another_issuer_or_without_a_token_endpoint_are_told() throws Exception {
        String place = server.url() + "/.well-known/oauth-authorization-server";
        server.on("/.well-known/oauth-authorization-server", metadata("https://another.example"));
        assertThat(failure(discovered(server.url())))
                .hasMessage("the metadata at %s is that of another issuer: give 'issuer' as it stands there"
                        .formatted(place));

        server.on("/.well-known/oauth-authorization-server", json(200, "{\"issuer\":\"%s\"}".formatted(server.url())));
        assertThat(failure(discovered(server.url())))
                .hasMessage("the metadata at %s names no token endpoint: give 'token-endpoint' in place of 'issuer'"
                        .formatted(place));
    }

    @Test
    void an_issuer_that_does_not_answer_is_told() throws Exception {
        server.on("/.well-known/oauth-authorization-server", new Reply(0, "", ""));

        assertThat(failure(discovered(server.url())))
                .hasMessage("%s/.well-known/oauth-authorization-server gives no answer (no answer came): check 'issuer'"
                                .formatted(server.url())
                        + " and that the server can be reached from here");
    }

    /** Counts what would have gone out, and to whom. */
    private static final class Recording implements IssuerHttp {

        private final Map<String, Object> metadata;
        private final List<String> asked = new ArrayList<>();

        Recording(Map<String, Object> metadata) {
            this.metadata = metadata;
        }

        @Override
        public Answer get(URI uri) {
            asked.add("GET " + uri);
            return new Answer(200, "application/json", JSONObjectUtils.toJSONString(metadata));
        }

        @Override
        public Answer post(URI uri, Map<String, Secret> form, Map<String, Secret> headers) {
            asked.add("POST " + uri);
            return new Answer(
                    200,
                    "application/json",
                    "{\"access_token\":\"opaque-%d\",\"token_type\":\"Bearer\"}".formatted(asked.size()));
        }

        @Override
        public Received send(Request request) {
            throw new UnsupportedOperationException("nobody logs in here");
        }
    }

    private static TokenSupply discovered(Recording http, Destinations destinations) throws UnusableSource {
        SourceContext context = new TrialContext().context(http);
        return new ClientCredentials()
                .open(
                        Declared.source(
                                "client-credentials",
                                "issuer",
                                "https://login.example",
                                "client-id",
                                "naysayer",
                                "client-secret",
                                SECRET),
                        new SourceContext(
                                context.clock(),
                                context.leeway(),
                                context.longestWait(),
                                null,
                                http,
                                destinations,
                                context.secrets(),
                                context.progress()));
    }

    private static Map<String, Object> leadingTo(String token) {
        return Map.of("issuer", "https://login.example", "token_endpoint", token);
    }

    @Test
    void metadata_lead_no_secret_to_a_host_that_the_suite_does_not_name() throws Exception {
        Recording http = new Recording(leadingTo("https://tokens.example/token"));

        assertThat(failure(discovered(http, Destinations.UNDECLARED)))
                .hasMessage(
                        "the issuer's metadata lead to https://tokens.example/token, and the suite does not name that host, so it gets no secret: add 'hosts: [tokens.example]' to the suite if it belongs to the issuer");
        assertThat(http.asked).noneMatch(it -> it.startsWith("POST"));

        assertThat(token(discovered(http, new Destinations(List.of("Tokens.example"), null))))
                .startsWith("opaque-");
        assertThat(http.asked).contains("POST https://tokens.example/token");
    }

    @Test
    void metadata_lead_no_secret_away_from_tls() throws Exception {
        Recording http = new Recording(leadingTo("http://login.example/token"));

        assertThat(failure(discovered(http, Destinations.UNDECLARED)))
                .hasMessageStartingWith(
                        "the issuer's metadata lead to http://login.example/token, and plain http to another machine gets no secret: ");
        assertThat(http.asked).noneMatch(it -> it.startsWith("POST"));

        assertThat(token(discovered(http, new Destinations(List.of(), "a network of its own"))))
                .startsWith("opaque-");
    }

    @Test
    void a_revocation_endpoint_elsewhere_gets_neither_the_secret_nor_the_token() throws Exception {
        Recording http = new Recording(Map.of(
                "issuer",
                "https://login.example",
                "token_endpoint",
                "https://login.example/token",
                "revocation_endpoint",
                "https://evil.example/revoke"));
        TokenSupply supply = discovered(http, Destinations.UNDECLARED);

        assertThat(token(supply)).startsWith("opaque-");
        assertThat(catchThrowableOfType(
                        SourceFailed.class,
                        () -> supply.token(new TokenRequest("revoked-token", TokenNeed.Kind.REVOKED, List.of()))))
                .hasMessageContaining("add 'hosts: [evil.example]' to the suite");
        assertThat(http.asked).noneMatch(it -> it.contains("evil"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "token-endpoint", "revocation-endpoint", "jwks"})
    void an_endpoint_that_is_plain_http_to_another_machine_is_a_problem_of_the_suite(String key) {
        List<String> settings = new ArrayList<>(List.of("client-id", "naysayer", "client-secret", SECRET));
        if (!key.equals("issuer") && !key.equals("token-endpoint")) {
            settings.addAll(List.of("issuer", "https://login.example"));
        }
        settings.addAll(List.of(key, "http://login.example/it"));

        assertThat(catchThrowableOfType(UnusableSource.class, () -> open(settings.toArray(String[]::new))))
                .hasMessage(
                        "'%s' is plain http to another machine: whoever is on the way can read and change what is said"
                                .formatted(key));
    }

    record Wrong(String name, int line, String message, List<String> settings) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Wrong wrong(String name, int line, String message, String... settings) {
        List<String> all = new ArrayList<>(List.of("client-id", "naysayer"));
        all.addAll(List.of(settings));
        return new Wrong(name, line, message, all);
    }

    static Stream<Wrong> wrong_declarations() {
        String key = TrialKeys.jwk(TrialKeys.ec("secp256r1"));
        String token = "https://issuer.example/token";
        return Stream.of(
                wrong("no server", 4, "'client-credentials' names no server", "client-secret", SECRET),
                wrong(
                        "two servers",
                        8,
                        "the issuer's metadata names the token endpoint already",
                        "client-secret",
                        SECRET,
                        "issuer",
                        "https://issuer.example",
                        "token-endpoint",
                        token),
                wrong(
                        "no URL",
                        7,
                        "'token-endpoint' is no URL of a server",
                        "client-secret",
                        SECRET,
                        "token-endpoint",
                        "issuer.example/token"),
                wrong(
                        "a URL with a password",
                        7,
                        "'issuer' is no URL of a server",
                        "client-secret",
                        SECRET,
                        "issuer",
                        "https://naysayer:%s@issuer.example".formatted(SECRET)),
                wrong("no proof", 4, "a client has one way to say who it is", "token-endpoint", token),
                wrong(
                        "two proofs",
                        8,
                        "a client has one way to say who it is",
                        "token-endpoint",
                        token,
                        "client-secret",
                        SECRET,
                        "client-key",
                        key),
                wrong(
                        "a key that is none",
                        7,
                        "what 'client-key' refers to is no private key",
                        "token-endpoint",
                        token,
                        "client-key",
                        SECRET),
                wrong(
                        "a method that needs a key",
                        8,
                        "'client-authentication' does not fit what the client has",
                        "token-endpoint",
                        token,
                        "client-secret",
                        SECRET,
                        "client-authentication",
                        "private_key_jwt"),
                wrong(
                        "an unknown method",
                        8,
                        "'client-authentication' does not fit what the client has",
                        "token-endpoint",
                        token,
                        "client-key",
                        key,
                        "client-authentication",
                        "tls_client_auth"),
                wrong(
                        "an assertion's audience without a key",
                        8,
                        "'assertion-audience' belongs to a client with a key",
                        "token-endpoint",
                        token,
                        "client-secret",
                        SECRET,
                        "assertion-audience",
                        "https://issuer.example"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong_declarations")
    void a_declaration_that_does_not_fit_together_is_told_at_its_place(Wrong wrong) {
        UnusableSource problem = catchThrowableOfType(
                UnusableSource.class, () -> open(wrong.settings().toArray(String[]::new)));

        assertThat(problem).hasMessage(wrong.message()).hasNoCause();
        assertThat(problem.at()).isEqualTo(Declared.line(wrong.line()));
        assertThat(problem + problem.nextStep()).doesNotContain(SECRET);
    }
}
