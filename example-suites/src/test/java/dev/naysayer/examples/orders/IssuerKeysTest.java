package dev.naysayer.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.examples.client.OrdersClient;
import dev.naysayer.examples.issuer.Issuer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class IssuerKeysTest {

    private final ECKey curve = curveKey("curve");
    private final RSAKey second = rsaKey("second");
    private final Issuer issuer = Issuer.start(curve, second);
    private final IssuerKeys keys = new IssuerKeys(issuer.url());
    private String first = "";

    @BeforeAll
    void read_the_first_key() throws ParseException {
        first = RSAKey.parse(issuer.privateKey()).getKeyID();
    }

    @AfterAll
    void stop() {
        issuer.close();
    }

    @Test
    void a_key_verifies_by_its_own_algorithm() throws JOSEException {
        assertThat(verifies(forge(new ECDSASigner(curve), JWSAlgorithm.ES256, "curve")
                        .good()))
                .isTrue();
        assertThat(verifies(forge(new RSASSASigner(second), JWSAlgorithm.RS256, "second")
                        .good()))
                .isTrue();
    }

    @Test
    void a_key_of_another_kind_under_a_trusted_name_does_not() throws JOSEException {
        ECKey strangerCurve = curveKey(first);
        RSAKey stranger = rsaKey("curve");
        assertThat(List.of(
                        forge(new ECDSASigner(strangerCurve), JWSAlgorithm.ES256, first)
                                .good(),
                        forge(new RSASSASigner(stranger), JWSAlgorithm.RS256, "curve")
                                .good(),
                        forge(new ECDSASigner(curve), JWSAlgorithm.ES256, first).good(),
                        forge(new RSASSASigner(second), JWSAlgorithm.RS256, first)
                                .good()))
                .noneMatch(this::verifies);
    }

    @Test
    void without_a_key_id_only_the_single_key_of_its_kind_is_tried() throws JOSEException {
        assertThat(verifies(forge(new ECDSASigner(curve), JWSAlgorithm.ES256, "curve")
                        .withHeader("kid", null)))
                .isTrue();
        assertThat(verifies(forge(new RSASSASigner(second), JWSAlgorithm.RS256, "second")
                        .withHeader("kid", null)))
                .isFalse();
    }

    /** CVE-2022-21449: zeros once verified anything. */
    @Test
    void zeros_on_a_curve_verify_nothing() throws JOSEException {
        String good = forge(new ECDSASigner(curve), JWSAlgorithm.ES256, "curve").good();
        String input = good.substring(0, good.lastIndexOf('.') + 1);
        byte[] der = {0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00};
        assertThat(List.of(input + Base64URL.encode(new byte[64]), input + Base64URL.encode(der)))
                .noneMatch(this::verifies);
    }

    @Test
    void without_the_keys_nothing_is_said_of_a_token() throws IOException, JOSEException {
        Issuer gone = Issuer.start();
        String url = gone.url();
        String token =
                forge(new ECDSASigner(curve), JWSAlgorithm.ES256, "curve").good();
        try (OrdersApi api = OrdersApi.start(url)) {
            gone.close();
            HttpResponse<String> answer = new OrdersClient(api.url()).get("/orders", Optional.of("Bearer " + token));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
            assertThat(answer.body()).contains("keys-unavailable");
        }
        assertThatThrownBy(
                        () -> new IssuerKeys(url).verify(TokenText.read(token).orElseThrow()))
                .isInstanceOf(IssuerKeys.Unreachable.class);
    }

    private boolean verifies(String token) {
        return keys.verify(TokenText.read(token).orElseThrow());
    }

    private TokenForge forge(JWSSigner signer, JWSAlgorithm algorithm, String keyId) {
        return new TokenForge(signer, algorithm, keyId, issuer.url(), Instant.EPOCH.getEpochSecond());
    }

    private static ECKey curveKey(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make such keys", e);
        }
    }

    private static RSAKey rsaKey(String keyId) {
        try {
            return new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make such keys", e);
        }
    }
}
