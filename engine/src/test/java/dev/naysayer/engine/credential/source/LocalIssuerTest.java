package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.ThumbprintUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.IssuerHttp;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tests' own issuer publishes where its keys are, and no more of them than anybody may know. */
class LocalIssuerTest {

    private final IssuerHttp http = new LoopbackHttp();

    private IssuerHttp.Answer get(LocalIssuer issuer, String path) throws IOException {
        return http.get(URI.create(issuer.url() + path));
    }

    @Test
    void its_metadata_name_it_and_lead_to_its_keys() throws Exception {
        try (LocalIssuer issuer = LocalIssuer.start()) {
            IssuerHttp.Answer metadata = get(issuer, "/.well-known/openid-configuration");

            assertThat(metadata.status()).isEqualTo(200);
            assertThat(metadata.mediaType()).isEqualTo("application/json");
            assertThat(JSONObjectUtils.parse(metadata.body()))
                    .containsEntry("issuer", issuer.url())
                    .containsEntry("jwks_uri", issuer.url() + "/jwks");
            assertThat(get(issuer, "/.well-known/oauth-authorization-server").body())
                    .isEqualTo(metadata.body());
        }
    }

    @Test
    void it_publishes_the_public_half_of_its_key_alone() throws Exception {
        try (LocalIssuer issuer = LocalIssuer.start()) {
            JWKSet published = JWKSet.parse(get(issuer, "/jwks").body());

            assertThat(published.getKeys()).singleElement().satisfies(key -> {
                assertThat(key.isPrivate()).isFalse();
                assertThat(key).isEqualTo(issuer.key().toPublicJWK());
                assertThat(key.getKeyID())
                        .isEqualTo(ThumbprintUtils.compute(key).toString());
                assertThat(key.getAlgorithm()).isEqualTo(LocalIssuer.ALGORITHM);
            });
            assertThat(issuer.key().isPrivate()).isTrue();
        }
    }

    @Test
    void each_has_a_port_and_a_key_of_its_own() throws Exception {
        try (LocalIssuer one = LocalIssuer.start();
                LocalIssuer other = LocalIssuer.start()) {
            JWK key = one.key();

            assertThat(other.url()).isNotEqualTo(one.url());
            assertThat(other.key().getKeyID()).isNotEqualTo(key.getKeyID());
        }
    }

    @Test
    void other_paths_and_methods_are_refused() throws Exception {
        try (LocalIssuer issuer = LocalIssuer.start()) {
            assertThat(get(issuer, "/token").status()).isEqualTo(404);
            assertThat(http.post(URI.create(issuer.url() + "/jwks"), Map.of("a", new Secret("b")), Map.of())
                            .status())
                    .isEqualTo(405);
        }
    }

    @Test
    void closed_it_answers_nothing_and_keeps_no_thread_alive() throws Exception {
        LocalIssuer issuer = LocalIssuer.start();
        assertThat(get(issuer, "/jwks").status()).isEqualTo(200);
        issuer.close();

        assertThatThrownBy(() -> get(issuer, "/jwks")).isInstanceOf(IOException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("naysayer-issuer")
                        || thread.getName().equals("HTTP-Dispatcher"))
                .allMatch(Thread::isDaemon);
    }
}
