package dev.naysayer.examples.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.examples.client.OrdersClient;
import java.io.IOException;
import java.text.ParseException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class IssuerTest {

    private final Issuer issuer = Issuer.start();

    @AfterAll
    void stop() {
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid-configuration", "oauth-authorization-server"})
    void the_metadata_leads_to_the_keys(String document) throws IOException, ParseException {
        var metadata = JSONObjectUtils.parse(body("/.well-known/" + document));
        assertThat(metadata).containsEntry("issuer", issuer.url()).containsEntry("jwks_uri", issuer.url() + "/jwks");
    }

    @Test
    void only_the_public_half_of_the_suites_key_is_published() throws IOException, ParseException {
        RSAKey suite = RSAKey.parse(issuer.privateKey());
        JWKSet published = JWKSet.parse(body("/jwks"));
        assertThat(suite.isPrivate()).isTrue();
        assertThat(published.containsNonPublicKeys()).isFalse();
        assertThat(published.getKeys()).containsExactly(suite.toPublicJWK());
    }

    private String body(String path) throws IOException {
        return new OrdersClient(issuer.url()).get(path, Optional.empty()).body();
    }
}
