package dev.naysayer.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.examples.issuer.Issuer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TokenCheckTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Issuer issuer = Issuer.start();
    private final TokenCheck check = new TokenCheck(issuer.url(), OrdersApi.AUDIENCE, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterAll
    void stop() {
        issuer.close();
    }

    @Test
    void an_expiry_up_to_sixty_seconds_ago_is_forgiven() {
        assertThat(check.grounds(issuer.sign(good().expirationTime(ago(60)).build()), OrdersApi.READ))
                .isEmpty();
        assertThat(check.grounds(issuer.sign(good().expirationTime(ago(61)).build()), OrdersApi.READ))
                .containsExactly(Ground.EXPIRED_TOKEN);
    }

    @Test
    void a_token_without_an_end_counts_as_expired() {
        assertThat(check.grounds(issuer.sign(good().expirationTime(null).build()), OrdersApi.READ))
                .containsExactly(Ground.EXPIRED_TOKEN);
    }

    @Test
    void a_token_for_later_is_not_valid_yet() {
        assertThat(check.grounds(issuer.sign(good().notBeforeTime(ago(-61)).build()), OrdersApi.READ))
                .containsExactly(Ground.NOT_YET_VALID);
    }

    @Test
    void a_token_that_names_another_issuer_is_refused() {
        String other = issuer.sign(good().issuer("https://issuer.example").build());
        assertThat(check.grounds(other, OrdersApi.READ)).containsExactly(Ground.WRONG_ISSUER);
    }

    @Test
    void one_scope_among_several_suffices() {
        String token = issuer.sign(good().claim("scope", "a orders:read z").build());
        assertThat(check.grounds(token, OrdersApi.READ)).isEmpty();
        assertThat(check.grounds(token, "orders")).containsExactly(Ground.INSUFFICIENT_SCOPE);
    }

    @Test
    void a_key_the_issuer_does_not_publish_does_not_verify() {
        try (Issuer stranger = Issuer.start()) {
            String token = stranger.sign(good().build());
            assertThat(check.grounds(token, OrdersApi.READ)).containsExactly(Ground.BAD_SIGNATURE);
        }
    }

    @Test
    void an_unsigned_token_is_no_token() {
        assertThat(check.grounds(new PlainJWT(good().build()).serialize(), OrdersApi.READ))
                .containsExactly(Ground.MALFORMED_TOKEN);
    }

    /** The known attack: the published key taken as a shared secret. */
    @Test
    void the_public_key_is_no_shared_secret() throws JOSEException, ParseException {
        RSAKey key = RSAKey.parse(issuer.privateKey());
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), good().build());
        token.sign(new MACSigner(key.toPublicKey().getEncoded()));
        assertThat(check.grounds(token.serialize(), OrdersApi.READ)).containsExactly(Ground.BAD_SIGNATURE);
    }

    private JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.url())
                .subject("naysayer")
                .audience(OrdersApi.AUDIENCE)
                .claim("scope", OrdersApi.READ)
                .expirationTime(ago(-300));
    }

    private static Date ago(long seconds) {
        return Date.from(NOW.minusSeconds(seconds));
    }
}
