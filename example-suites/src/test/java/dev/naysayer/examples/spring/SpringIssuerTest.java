package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.examples.client.OrdersClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SpringIssuerTest {

    private final SpringIssuer issuer = SpringIssuer.start(Duration.ofSeconds(7));
    private final Registrations stranger = new Registrations(Duration.ofSeconds(7));
    private final TokenClient client = new TokenClient(issuer.url());

    @AfterAll
    void stop() {
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid-configuration", "oauth-authorization-server"})
    void the_metadata_leads_to_what_a_client_needs(String document) throws IOException, ParseException {
        assertThat(JSONObjectUtils.parse(body("/.well-known/" + document)))
                .containsEntry("issuer", issuer.url())
                .containsEntry("jwks_uri", issuer.url() + "/oauth2/jwks")
                .containsEntry("token_endpoint", issuer.url() + "/oauth2/token")
                .containsEntry("revocation_endpoint", issuer.url() + "/oauth2/revoke")
                .containsEntry("introspection_endpoint", issuer.url() + "/oauth2/introspect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/jwks", AuthorizationServer.CLIENT_KEYS})
    void only_public_halves_of_keys_are_published(String path) throws IOException, ParseException {
        JWKSet published = JWKSet.parse(body(path));
        assertThat(published.getKeys()).hasSize(1);
        assertThat(published.containsNonPublicKeys()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REFERENCE_TOKENS", "API"})
    void a_client_gets_a_jwt_for_the_scope_it_asks_for(IssuedClient who) throws IOException, ParseException {
        JWTClaimsSet claims = claims(asked(who, Map.of("scope", "orders:read")));
        assertThat(claims.getIssuer()).isEqualTo(issuer.url());
        assertThat(claims.getSubject()).isEqualTo(who.id());
        assertThat(claims.getAudience()).containsExactly("https://orders.example");
        assertThat(claims.getStringListClaim("scope")).containsExactly("orders:read");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(who == IssuedClient.SHORT_LIVED_TOKENS ? Duration.ofSeconds(7) : Duration.ofMinutes(5));
    }

    @Test
    void a_reference_token_says_nothing() throws IOException, ParseException {
        assertThat(TokenClient.token(asked(IssuedClient.REFERENCE_TOKENS, Map.of("scope", "orders:read"))))
                .isNotEmpty()
                .doesNotContain(".");
    }

    @ParameterizedTest
    @EnumSource(names = {"BASIC", "POST", "KEY"})
    void a_client_with_a_wrong_secret_is_refused(IssuedClient who) throws IOException {
        refused(client.ask(who, stranger.secret(who), Map.of()), 401, "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience", "resource"})
    void a_token_is_for_the_api_that_is_asked_for(String parameter) throws IOException, ParseException {
        assertThat(claims(asked(IssuedClient.BASIC, Map.of(parameter, "https://invoices.example")))
                        .getAudience())
                .containsExactly("https://invoices.example");
    }

    @ParameterizedTest
    @CsvSource({"BASIC, audience", "BASIC, resource", "REFERENCE_TOKENS, audience", "REFERENCE_TOKENS, resource"})
    void an_unknown_api_is_refused(IssuedClient who, String parameter) throws IOException {
        refused(asked(who, Map.of(parameter, "https://nobody.example")), 400, "invalid_target");
    }

    @Test
    void a_scope_that_a_client_does_not_have_is_refused() throws IOException {
        refused(asked(IssuedClient.BASIC, Map.of("scope", "orders:none")), 400, "invalid_scope");
    }

    private HttpResponse<String> asked(IssuedClient who, Map<String, String> wishes) throws IOException {
        return client.ask(who, issuer.secret(who), wishes);
    }

    private static void refused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"error\":\"" + error + "\"");
    }

    private static JWTClaimsSet claims(HttpResponse<String> answer) throws ParseException {
        return SignedJWT.parse(TokenClient.token(answer)).getJWTClaimsSet();
    }

    private String body(String path) throws IOException {
        return new OrdersClient(issuer.url()).get(path, Optional.empty()).body();
    }
}
