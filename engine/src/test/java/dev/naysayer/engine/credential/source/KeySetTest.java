package dev.naysayer.engine.credential.source;

import static dev.naysayer.engine.credential.source.TrialServer.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.PublishedKey;
import dev.naysayer.engine.credential.source.TrialServer.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public key of a token comes from where its issuer publishes it. */
class KeySetTest {

    private static JWK one;
    private static JWK other;
    private static JWK ec;
    private static JWK forEncryption;

    private final TrialServer server = TrialServer.start();

    @BeforeAll
    static void generate() throws JOSEException {
        one = new RSAKeyGenerator(2048).keyID("one").generate();
        other = new RSAKeyGenerator(2048).keyID("other").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        forEncryption = new RSAKeyGenerator(2048).keyUse(KeyUse.ENCRYPTION).generate();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Reply keys(JWK... keys) {
        return json(200, new JWKSet(List.of(keys)).toString());
    }

    private static JwtDraft good(Object... header) {
        return JwtDraft.good(
                header.length == 2 ? Map.of("alg", header[0], "kid", header[1]) : Map.of("alg", header[0]), Map.of());
    }

    private TokenSupply given() throws UnusableSource {
        return new GivenToken()
                .open(
                        Declared.source("token", "good", UUID.randomUUID().toString(), "jwks", server.url() + "/keys"),
                        new TrialContext().context(new LoopbackHttp()));
    }

    private TokenSupply client(String... more) throws UnusableSource {
        List<String> settings = Stream.concat(
                        Stream.of("client-id", "naysayer", "client-secret", "none of importance"), Stream.of(more))
                .toList();
        return new ClientCredentials()
                .open(
                        Declared.source("client-credentials", settings.toArray(String[]::new)),
                        new TrialContext().context(new LoopbackHttp()));
    }

    private static String obstacle(PublishedKey published, JwtDraft good) {
        return String.valueOf(catchThrowableOfType(NotObtainable.class, () -> published.of(good))
                .getMessage());
    }

    @Test
    void a_key_is_found_by_its_name_and_else_by_its_kind() throws Exception {
        server.on("/keys", keys(one, other, ec, forEncryption));
        PublishedKey published = given().published();

        assertThat(published.of(good("RS256", "other")))
                .isEqualTo(other.toRSAKey().toPublicKey());
        assertThat(published.of(good("ES256"))).isEqualTo(ec.toECKey().toPublicKey());
        assertThat(server.asked("/keys")).hasSize(1);
    }

    @Test
    void nothing_is_asked_before_a_key_is_wanted() throws Exception {
        assertThat(given().published()).isNotNull();

        assertThat(server.asked("/keys")).isEmpty();
    }

    @Test
    void no_key_is_guessed() throws Exception {
        server.on("/keys", keys(one, other, forEncryption));
        PublishedKey published = given().published();
        String add = ", add 'jwks' with the URL from which the API has its keys";

        assertThat(obstacle(published, good("RS256")))
                .isEqualTo("because of the keys at %s/keys more than one is that of the good token%s"
                        .formatted(server.url(), add));
        assertThat(obstacle(published, good("RS256", "third")))
                .isEqualTo(
                        "because of the keys at %s/keys none is that of the good token%s".formatted(server.url(), add));
        assertThat(obstacle(published, good("ES256"))).contains("none is that");
        assertThat(obstacle(published, good("RS256", Map.of()))).contains("none is that");
    }

    @Test
    void a_key_that_nobody_takes_for_a_secret_is_told() throws Exception {
        // RFC 8037 appendix A.2
        server.on("/keys", json(200, """
                {"keys": [{"kty": "OKP", "crv": "Ed25519", "kid": "ed", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}
                """));

        assertThat(obstacle(given().published(), good("EdDSA", "ed")))
                .startsWith("because the key at %s/keys is of a kind".formatted(server.url()));
    }

    @Test
    void what_is_no_set_of_keys_is_told_and_asked_for_once() throws Exception {
        for (Reply reply : List.of(
                new Reply(200, "text/html", "<html>"), json(200, "{}"), json(500, "{}"), new Reply(0, "", ""))) {
            server.on("/keys", reply);
            PublishedKey published = given().published();

            String first = obstacle(published, good("RS256"));
            int asked = server.asked("/keys").size();

            assertThat(first)
                    .contains(server.url() + "/keys")
                    .endsWith(", add 'jwks' with the URL from which the API has its keys")
                    .isEqualTo(obstacle(published, good("RS256")));
            assertThat(server.asked("/keys")).hasSize(asked);
        }
    }

    @Test
    void the_metadata_name_the_keys_and_the_suite_goes_before_them() throws Exception {
        server.on("/keys", keys(one))
                .on("/own", keys(other))
                .on(
                        "/.well-known/oauth-authorization-server",
                        json(
                                200,
                                JSONObjectUtils.toJSONString(Map.of(
                                        "issuer", server.url(),
                                        "token_endpoint", server.url() + "/token",
                                        "jwks_uri", server.url() + "/keys"))));
        String endpoint = server.url() + "/token";

        assertThat(client("issuer", server.url()).published().of(good("RS256")))
                .isEqualTo(one.toRSAKey().toPublicKey());
        assertThat(client("issuer", server.url(), "jwks", server.url() + "/own")
                        .published()
                        .of(good("RS256")))
                .isEqualTo(other.toRSAKey().toPublicKey());
        assertThat(client("token-endpoint", endpoint, "jwks", server.url() + "/own")
                        .published()
                        .of(good("RS256")))
                .isEqualTo(other.toRSAKey().toPublicKey());
        assertThat(obstacle(client("token-endpoint", endpoint).published(), good("RS256")))
                .isEqualTo("because the authorization server does not say where its keys are,"
                        + " add 'jwks' below 'client-credentials'");
        assertThat(obstacle(client("issuer", server.url() + "/nobody").published(), good("RS256")))
                .contains("no metadata in JSON below");
    }

    @Test
    void jwks_is_a_url_and_no_token() {
        UnusableSource problem = catchThrowableOfType(
                UnusableSource.class,
                () -> new GivenToken()
                        .open(
                                Declared.source(
                                        "token", "good", UUID.randomUUID().toString(), "jwks", "keys.json"),
                                new TrialContext().context()));
        UnusableSource alone = catchThrowableOfType(
                UnusableSource.class,
                () -> new GivenToken()
                        .open(
                                Declared.source("token", "jwks", "https://login.example/jwks"),
                                new TrialContext().context()));

        assertThat(problem).hasMessage("'jwks' is no URL of a server");
        assertThat(alone).hasMessage("'token' gives no token");
    }
}
