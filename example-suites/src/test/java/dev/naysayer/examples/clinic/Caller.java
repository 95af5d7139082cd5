package dev.naysayer.examples.clinic;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/**
 * Whose token is good.
 *
 * @param clinic where they work
 * @param role {@code nurse} or {@code auditor}
 */
record Caller(String clinic, String role) {

    /** Reads tokens of one issuer for one audience. */
    static final class Reader {

        private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

        Reader(ECKey issuerKey) {
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    JWSAlgorithm.ES256, new ImmutableJWKSet<>(new JWKSet(issuerKey.toPublicJWK()))));
            processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                    ClinicApi.AUDIENCE,
                    new JWTClaimsSet.Builder().issuer(ClinicApi.ISSUER).build(),
                    Set.of("exp", "clinic", "role")));
        }

        /** Nobody, where the token is not good. */
        Optional<Caller> of(String token) {
            try {
                JWTClaimsSet claims = processor.process(token, null);
                return Optional.of(new Caller(claims.getStringClaim("clinic"), claims.getStringClaim("role")));
            } catch (ParseException | BadJOSEException | JOSEException e) {
                return Optional.empty();
            }
        }
    }
}
