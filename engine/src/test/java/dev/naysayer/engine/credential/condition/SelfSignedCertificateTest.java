package dev.naysayer.engine.credential.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import dev.naysayer.engine.credential.NotObtainable;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certificate is one, so that an API refuses it for who signed it. */
class SelfSignedCertificateTest {

    @ParameterizedTest
    @CsvSource({
        "RS256, 2026-05-04T10:15:30Z",
        "ES256, 2026-05-04T10:15:30Z",
        "ES512, 2049-12-31T10:15:30Z",
        "EdDSA, 2055-05-04T10:15:30Z"
    })
    void a_foreign_key_vouches_for_itself(String algorithm, Instant now)
            throws GeneralSecurityException, JOSEException, NotObtainable {
        ForeignKey key = ForeignKeys.of(JWSAlgorithm.parse(algorithm));

        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(SelfSignedCertificate.of(key, now)));

        certificate.verify(key.pair().getPublic());
        certificate.checkValidity(Date.from(now));
        assertThat(certificate.getPublicKey()).isEqualTo(key.pair().getPublic());
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
    }
}
