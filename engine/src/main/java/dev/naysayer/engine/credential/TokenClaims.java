package dev.naysayer.engine.credential;

import java.time.Instant;
import java.util.List;

/**
 * What an access token says (RFC 7519 section 4.1, RFC 9068 section 2.2).
 *
 * @param issuer {@code iss}
 * @param subject {@code sub}
 * @param audience {@code aud}
 * @param scopes what the bearer may do, in its order
 * @param issuedAt {@code iat}, to the second
 * @param expiresAt {@code exp}, to the second
 */
public record TokenClaims(
        String issuer, String subject, String audience, List<String> scopes, Instant issuedAt, Instant expiresAt) {

    public TokenClaims withAudience(String other) {
        return new TokenClaims(issuer, subject, other, scopes, issuedAt, expiresAt);
    }

    public TokenClaims withScopes(List<String> others) {
        return new TokenClaims(issuer, subject, audience, others, issuedAt, expiresAt);
    }

    public TokenClaims withExpiresAt(Instant other) {
        return new TokenClaims(issuer, subject, audience, scopes, issuedAt, other);
    }
}
