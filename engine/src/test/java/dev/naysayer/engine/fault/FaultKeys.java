package dev.naysayer.engine.fault;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;

/**
 * A good token, and the key document of its issuer.
 *
 * @param token a JWT that opens nothing but the test's own server
 * @param published the JWK Set with its key
 */
record FaultKeys(String token, Map<String, Object> published) {

    static FaultKeys generated() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).keyID("fault").generate();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("fault").build(),
                new JWTClaimsSet.Builder().subject("nobody").build());
        token.sign(new RSASSASigner(key));
        return new FaultKeys(token.serialize(), new JWKSet(key.toPublicJWK()).toJSONObject());
    }
}
