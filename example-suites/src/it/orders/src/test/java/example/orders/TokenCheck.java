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

    private final RSAKey key;
    private final JWSVerifier verifier;

    TokenCheck(RSAKey key) throws JOSEException {
        this.key = key;
        verifier = new RSASSAVerifier(key.toRSAPublicKey());
    }

    /** The refusal, or null where the token is good; {@code lines} are those of Authorization. */
    Refusal refusal(List<String> lines, String scope) {
        if (lines != null && lines.size() > 1) {
            return Refusal.badRequest();
        }
        String authorization = lines == null ? "" : lines.get(0);
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())) {
            return Refusal.noToken();
        }
        try {
            SignedJWT token = SignedJWT.parse(authorization.substring("Bearer ".length()));
            String keyId = token.getHeader().getKeyID();
            if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    || (keyId != null && !keyId.equals(key.getKeyID()))
                    || !token.verify(verifier)) {
                return Refusal.badToken("signature");
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (claims.getExpirationTime() == null) {
                return Refusal.badToken("no expiry");
            }
            if (claims.getExpirationTime().before(new Date())) {
                return Refusal.badToken("expired");
            }
            if (claims.getNotBeforeTime() != null && claims.getNotBeforeTime().after(new Date())) {
                return Refusal.badToken("not yet");
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
