package dev.naysayer.examples.mcp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a token is for and what it allows. */
final class TokenLook {

    private static final long LEEWAY = 60;

    private final boolean audience;

    /** @param audience whether tokens for others are refused */
    TokenLook(boolean audience) {
        this.audience = audience;
    }

    /** The scopes of a good token; empty for every other. */
    Optional<Set<String>> scopes(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            boolean signed = JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
                    && McpServer.SIGNING_KEY.getKeyID().equals(token.getHeader().getKeyID())
                    && token.verify(new ECDSAVerifier(McpServer.SIGNING_KEY.toECPublicKey()));
            JWTClaimsSet claims = token.getJWTClaimsSet();
            return signed && isGood(claims)
                    ? Optional.of(Arrays.stream(String.valueOf(claims.getStringClaim("scope"))
                                    .split(" ", -1))
                            .collect(Collectors.toSet()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isGood(JWTClaimsSet claims) {
        Instant now = Instant.now();
        Date end = claims.getExpirationTime();
        Date begin = claims.getNotBeforeTime();
        return McpServer.ISSUER.equals(claims.getIssuer())
                && (!audience || claims.getAudience().contains(McpServer.AUDIENCE))
                && end != null
                && end.toInstant().plusSeconds(LEEWAY).isAfter(now)
                && (begin == null || begin.toInstant().minusSeconds(LEEWAY).isBefore(now));
    }
}
