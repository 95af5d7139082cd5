package example.orders;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;
import java.util.List;

/** Signature first, then the claims, then the scope. */
final class TokenCheck {

    private final JWSVerifier verifier;

    TokenCheck(RSAKey key) throws JOSEException {
        verifier = new RSASSAVerifier(key.toRSAPublicKey());
    }

    /** The refusal, or null where the token is good. */
    Refusal refusal(String authorization, String scope) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Refusal.noToken();
        }
        try {
            SignedJWT token = SignedJWT.parse(authorization.substring("Bearer ".length()));
            if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256) || !token.verify(verifier)) {
                return Refusal.badToken("signature");
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (claims.getExpirationTime() == null || claims.getExpirationTime().before(new Date())) {
                return Refusal.badToken("expired");
            }
            if (!"https://issuer.example".equals(claims.getIssuer())) {
                return Refusal.badToken("issuer");
            }
            if (!claims.getAudience().contains("https://orders.example")) {
                return Refusal.badToken("audience");
            }
            String granted = claims.getStringClaim("scope");
            return granted != null && List.of(granted.split(" ")).contains(scope) ? null : Refusal.scope(scope);
        } catch (ParseException | JOSEException e) {
            return Refusal.badToken("malformed");
        }
    }
}
