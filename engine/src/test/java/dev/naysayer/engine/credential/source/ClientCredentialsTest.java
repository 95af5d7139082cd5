package dev.naysayer.engine.credential.source;

import static dev.naysayer.engine.credential.source.TrialServer.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.BasicPair;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.credential.source.TrialServer.Asked;
import dev.naysayer.engine.credential.source.TrialServer.Reply;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked of a token endpoint, and what comes of its answers. */
class ClientCredentialsTest {

    private static final List<String> READ = List.of("orders:read");

    private final String secret = "secret " + UUID.randomUUID() + "/ü:";
    private final TrialServer server = TrialServer.start();
    private final TrialContext trial = new TrialContext();
    private final AtomicInteger tokens = new AtomicInteger();

    @AfterEach
    void stop() {
        server.close();
    }

    private TokenSupply supply(String... more) throws UnusableSource {
        List<String> settings = new ArrayList<>(
                List.of("token-endpoint", server.url() + "/token", "client-id", "naysayer:1", "client-secret", secret));
        settings.addAll(List.of(more));
        return open(settings.toArray(String[]::new));
    }

    private TokenSupply open(String... settings) throws UnusableSource {
        return new ClientCredentials()
                .open(Declared.source("client-credentials", settings), trial.context(new LoopbackHttp()));
    }

    /** Gives opaque tokens, each another. */
    private Reply opaque(String more) {
        return json(
                200,
                "{\"access_token\":\"opaque-%d\",\"token_type\":\"bearer\"%s}"
                        .formatted(tokens.incrementAndGet(), more));
    }

    private Reply jwt(String claims) {
        return json(200, "{\"access_token\":\"%s\",\"token_type\":\"Bearer\"}".formatted(TrialKeys.unsigned(claims)));
    }

    private static TokenRequest request(String condition, TokenNeed need) {
        return new TokenRequest(condition, need, READ);
    }

    @Test
    void a_good_token_is_asked_for_with_the_scopes_of_the_operation() throws Exception {
        server.on("/token", it -> opaque(",\"expires_in\":300"));

        Token token = supply("audience", "https://orders.example", "resource", "https://orders.example/v1")
                .token(TokenRequest.good(List.of("orders:read", "orders:write")));

        assertThat(token.text().reveal()).isEqualTo("opaque-1");
        assertThat(token.expiresAt()).isEqualTo(TrialContext.START.plusSeconds(300));
        assertThat(server.asked("/token")).singleElement().satisfies(it -> {
            assertThat(it.method()).isEqualTo("POST");
            assertThat(it.form())
                    .containsEntry("grant_type", "client_credentials")
                    .containsEntry("scope", "orders:read orders:write")
                    .containsEntry("audience", "https://orders.example")
                    .containsEntry("resource", "https://orders.example/v1")
                    .hasSize(4);
        });
        assertThat(trial.secrets).contains(secret, "opaque-1");
    }

    @Test
    void without_scopes_no_scope_is_asked_for_and_a_declared_one_goes_before_those_of_the_operation() throws Exception {
        server.on("/token", it -> opaque(""));

        supply().token(TokenRequest.good(List.of()));
        supply("scope", "api://orders/.default").token(TokenRequest.good(READ));

        assertThat(server.asked("/token").get(0).form()).containsOnlyKeys("grant_type");
        assertThat(server.asked("/token").get(1).parameter("scope")).isEqualTo("api://orders/.default");
    }

    @Test
    void a_lifetime_in_quotes_counts_and_without_one_the_tokens_own() throws Exception {
        server.on("/token", it -> opaque(",\"expires_in\":\"60\""));
        assertThat(supply().token(TokenRequest.good(READ)).expiresAt()).isEqualTo(TrialContext.START.plusSeconds(60));

        long expiry = TrialContext.START.plusSeconds(90).getEpochSecond();
        server.on("/token", it -> jwt("{\"exp\":%d}".formatted(expiry)));
        assertThat(supply().token(TokenRequest.good(READ)).expiresAt()).isEqualTo(TrialContext.START.plusSeconds(90));

        server.on("/token", it -> opaque(",\"expires_in\":\"soon\""));
        assertThat(supply().token(TokenRequest.good(READ)).expiresAt()).isNull();
    }

    @Test
    void a_client_with_a_secret_shows_it_in_the_header_form_encoded_or_in_the_form() throws Exception {
        server.on("/token", it -> opaque(""));

        supply().token(TokenRequest.good(READ));
        supply("client-authentication", "client_secret_post").token(TokenRequest.good(READ));

        Asked header = server.asked("/token").get(0);
        String credentials = header.authorization().substring("Basic ".length());
        assertThat(new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8))
                .startsWith("naysayer%3A1:secret+")
                .endsWith("%2F%C3%BC%3A");
        assertThat(header.form()).doesNotContainKeys("client_id", "client_secret");
        assertThat(trial.secrets)
                .contains(BasicPair.hidden(new Secret(credentials)).reveal())
                .doesNotContain(credentials);
        Asked form = server.asked("/token").get(1);
        assertThat(form.authorization()).isEmpty();
        assertThat(form.form()).containsEntry("client_id", "naysayer:1").containsEntry("client_secret", secret);
    }

    @Test
    void a_client_with_a_key_signs_who_it_is_each_time_anew() throws Exception {
        KeyPair pair = TrialKeys.ec("secp256r1");
        server.on("/token", it -> opaque(""));
        TokenSupply supply = open(
                "token-endpoint", server.url() + "/token", "client-id", "naysayer", "client-key", TrialKeys.jwk(pair));

        supply.token(TokenRequest.good(READ));
        supply.token(TokenRequest.good(READ));

        Asked first = server.asked("/token").get(0);
        SignedJWT assertion = SignedJWT.parse(first.parameter("client_assertion"));
        assertThat(assertion.verify(new ECDSAVerifier((ECPublicKey) pair.getPublic())))
                .isTrue();
        assertThat(assertion.getJWTClaimsSet()).satisfies(claims -> {
            assertThat(claims.getIssuer()).isEqualTo("naysayer");
            assertThat(claims.getSubject()).isEqualTo("naysayer");
            assertThat(claims.getAudience()).containsExactly(server.url() + "/token");
            assertThat(claims.getIssueTime()).isEqualTo(TrialContext.START);
            assertThat(claims.getExpirationTime()).isEqualTo(TrialContext.START.plusSeconds(60));
        });
        assertThat(first.form())
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .containsEntry("client_id", "naysayer");
        assertThat(server.asked("/token").get(1).parameter("client_assertion"))
                .isNotEqualTo(first.parameter("client_assertion"));
        assertThat(trial.secrets).contains(first.parameter("client_assertion"), TrialKeys.jwk(pair));
    }

    @Test
    void an_assertion_can_be_meant_for_the_issuer() throws Exception {
        server.on("/token", it -> opaque(""));

        open(
                        "token-endpoint",
                        server.url() + "/token",
                        "client-id",
                        "naysayer",
                        "client-key",
                        TrialKeys.pem(TrialKeys.ed25519()),
                        "assertion-audience",
                        "https://issuer.example")
                .token(TokenRequest.good(READ));

        assertThat(SignedJWT.parse(server.asked("/token").get(0).parameter("client_assertion"))
                        .getJWTClaimsSet()
                        .getAudience())
                .containsExactly("https://issuer.example");
    }

    @Test
    void another_scope_is_a_token_that_lacks_what_the_operation_needs() throws Exception {
        server.on("/token", it -> opaque(",\"scope\":\"%s\"".formatted(it.parameter("scope"))));

        Token token = supply("other-scope", "profile").token(request("insufficient-scope", TokenNeed.Kind.OTHER_SCOPE));

        assertThat(token.text().reveal()).isEqualTo("opaque-1");
        assertThat(server.asked("/token").get(0).parameter("scope")).isEqualTo("profile");
    }

    @Test
    void another_scope_that_changes_nothing_is_not_obtainable() throws Exception {
        TokenSupply supply = supply("other-scope", "profile");
        String all = "because the token for 'other-scope' carries what the operation needs all the same,"
                + " add 'other-scope' below 'client-credentials': a scope that the client may have"
                + " and the operation does not need";

        server.on("/token", it -> opaque(",\"scope\":\"profile orders:read\""));
        assertThat(obstacle(supply, "insufficient-scope", TokenNeed.Kind.OTHER_SCOPE))
                .isEqualTo(all);
        server.on("/token", it -> jwt("{\"scp\":[\"orders:read\"]}"));
        assertThat(obstacle(supply, "insufficient-scope", TokenNeed.Kind.OTHER_SCOPE))
                .isEqualTo(all);
        server.on("/token", it -> jwt("{\"scope\":\"orders:read\"}"));
        assertThat(obstacle(supply, "insufficient-scope", TokenNeed.Kind.OTHER_SCOPE))
                .isEqualTo(all);
        server.on("/token", json(400, "{\"error\":\"invalid_scope\"}"));
        assertThat(obstacle(supply, "insufficient-scope", TokenNeed.Kind.OTHER_SCOPE))
                .isEqualTo("because the authorization server refuses what 'other-scope' asks for (400 invalid_scope),"
                        + " add to 'other-scope' what the server gives this client");
        assertThat(obstacle(supply(), "insufficient-scope", TokenNeed.Kind.OTHER_SCOPE))
                .startsWith("because no other scope is declared, add 'other-scope' below 'client-credentials'");
    }

    @Test
    void another_audience_is_asked_for_by_audience_resource_or_scope() throws Exception {
        server.on(
                "/token",
                it -> jwt("{\"aud\":[\"%s\"]}".formatted(it.form().getOrDefault("audience", it.parameter("scope")))));
        TokenNeed other = TokenNeed.Kind.OTHER_AUDIENCE;

        Token byAudience =
                supply("audience", "orders", "other-audience", "invoices").token(request("wrong-audience", other));
        Token byScope = supply("other-audience-scope", "invoices:all").token(request("wrong-audience", other));

        assertThat(TokenText.claims(byAudience.text().reveal())).containsEntry("aud", List.of("invoices"));
        assertThat(TokenText.claims(byScope.text().reveal())).containsEntry("aud", List.of("invoices:all"));
        server.on("/token", it -> jwt("{\"aud\":\"%s\"}".formatted(it.parameter("resource"))));
        supply("resource", "https://orders.example", "other-resource", "https://invoices.example")
                .token(request("wrong-audience", other));
        assertThat(server.asked("/token").get(5).parameter("resource")).isEqualTo("https://invoices.example");
        assertThat(server.asked("/token").get(5).parameter("scope")).isEqualTo("orders:read");
    }

    @Test
    void another_audience_that_changes_nothing_is_not_obtainable() throws Exception {
        TokenSupply supply = supply("other-audience", "invoices");
        server.on("/token", it -> jwt("{\"aud\":\"orders\"}"));
        assertThat(obstacle(supply, "wrong-audience", TokenNeed.Kind.OTHER_AUDIENCE))
                .startsWith(
                        "because the token for another audience is for the API all the same, add an 'other-audience'");
        server.on(
                "/token",
                it -> it.form().containsKey("audience")
                        ? json(400, "{\"error\":\"invalid_target\"}")
                        : jwt("{\"aud\":\"orders\"}"));
        assertThat(obstacle(supply, "wrong-audience", TokenNeed.Kind.OTHER_AUDIENCE))
                .contains("refuses what 'other-audience' asks for (400 invalid_target)");
        assertThat(obstacle(supply(), "wrong-audience", TokenNeed.Kind.OTHER_AUDIENCE))
                .startsWith("because no other audience is declared, add an 'other-audience', 'other-resource'");
        server.on(
                "/token",
                it -> jwt(
                        it.parameter("audience").equals("invoices")
                                ? "{\"aud\":[\"orders\",\"invoices\"]}"
                                : "{\"aud\":[\"orders\",\"account\"]}"));
        assertThat(obstacle(
                        supply("audience", "orders", "other-audience", "invoices"),
                        "wrong-audience",
                        TokenNeed.Kind.OTHER_AUDIENCE))
                .contains("for the API all the same");
    }

    @Test
    void a_revoked_token_is_a_fresh_one_that_was_taken_back() throws Exception {
        server.on("/token", it -> opaque("")).on("/revoke", json(200, ""));
        TokenSupply supply = supply("revocation-endpoint", server.url() + "/revoke");
        Token good = supply.token(TokenRequest.good(READ));

        Token revoked = supply.token(request("revoked-token", TokenNeed.Kind.REVOKED));

        assertThat(revoked.text()).isNotEqualTo(good.text());
        assertThat(server.asked("/revoke")).singleElement().satisfies(it -> {
            assertThat(it.form())
                    .containsEntry("token", revoked.text().reveal())
                    .containsEntry("token_type_hint", "access_token");
            assertThat(it.authorization()).startsWith("Basic ");
        });
    }

    @Test
    void a_token_that_cannot_be_revoked_is_not_obtainable() throws Exception {
        String captured = "a token that was revoked earlier below 'token', as 'revoked-token'";
        server.on("/token", it -> opaque(""));
        assertThat(obstacle(supply(), "revoked-token", TokenNeed.Kind.REVOKED))
                .isEqualTo("because the authorization server names no revocation endpoint,"
                        + " add 'revocation-endpoint' below 'client-credentials', or " + captured);
        TokenSupply supply = supply("revocation-endpoint", server.url() + "/revoke");
        server.on("/revoke", json(400, "{\"error\":\"unsupported_token_type\"}"));
        assertThat(obstacle(supply, "revoked-token", TokenNeed.Kind.REVOKED))
                .isEqualTo("because the authorization server does not revoke access tokens, add " + captured);
        server.on("/token", json(200, "{\"access_token\":\"always-the-same\"}"));
        TokenSupply sameAgain = supply("revocation-endpoint", server.url() + "/revoke");
        assertThat(obstacle(sameAgain, "revoked-token", TokenNeed.Kind.REVOKED))
                .isEqualTo("because the authorization server gives the same token again,"
                        + " so that revoking it would take the good one away, add " + captured);
        assertThat(server.asked("/revoke")).hasSize(1);
    }

    @Test
    void a_token_that_is_in_use_is_not_revoked() throws Exception {
        server.on("/token", it -> opaque("")).on("/revoke", json(200, ""));
        TokenSupply supply = supply("revocation-endpoint", server.url() + "/revoke");
        supply.token(TokenRequest.good(READ));
        String later = supply.token(TokenRequest.good(READ)).text().reveal();
        server.on("/token", json(200, "{\"access_token\":\"%s\"}".formatted(later)));

        assertThat(obstacle(supply, "revoked-token", TokenNeed.Kind.REVOKED)).contains("the same token again");
        assertThat(server.asked("/revoke")).isEmpty();
    }

    @Test
    void a_revocation_that_fails_says_what_to_check() throws Exception {
        server.on("/token", it -> opaque("")).on("/revoke", json(503, secret));
        TokenSupply supply = supply("revocation-endpoint", server.url() + "/revoke");

        SourceFailed failed = catchThrowableOfType(
                SourceFailed.class, () -> supply.token(request("revoked-token", TokenNeed.Kind.REVOKED)));

        assertThat(failed)
                .hasMessage(server.url()
                        + "/revoke does not revoke, it answers 503, and asks to wait 30 s: look into the server's log");
    }

    @Test
    void what_no_authorization_server_gives_is_not_obtainable() throws Exception {
        assertThat(obstacle(supply(), "alg-none", new TokenNeed.Forged((good, forge) -> good)))
                .isEqualTo("because an authorization server gives good tokens only,"
                        + " add 'mint' with a key that the API trusts");
        assertThat(obstacle(supply(), "token-of-another-environment", TokenNeed.Kind.CAPTURED))
                .isEqualTo("because only a token that was captured can be wrong in this way,"
                        + " add it below 'token', as 'token-of-another-environment'");
        assertThat(server.asked("/token")).isEmpty();
    }

    private static String obstacle(TokenSupply supply, String condition, TokenNeed need) {
        NotObtainable obstacle =
                catchThrowableOfType(NotObtainable.class, () -> supply.token(request(condition, need)));
        return String.valueOf(obstacle.getMessage());
    }
}
