package dev.naysayer.engine.credential.source;

import dev.naysayer.engine.credential.JwtDraft;
import dev.naysayer.engine.credential.TrustedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every good token of a mint says.
 *
 * @param type the header {@code typ}
 * @param keyId the header {@code kid}, or null to send none
 * @param issuer the claim {@code iss}
 * @param audience the claim {@code aud}
 * @param subject the claim {@code sub}
 */
record GoodClaims(String type, @Nullable String keyId, String issuer, String audience, String subject) {

    /** Long before any expiry we test: a token that expires before it was issued would be wrong in two ways. */
    private static final Duration ISSUED_AGO = Duration.ofHours(1);

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    JwtDraft draft(TrustedKey key, List<String> scopes, Instant now) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", key.algorithm().getName());
        header.put("typ", type);
        if (keyId != null) {
            header.put("kid", keyId);
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", audience);
        claims.put("scope", String.join(" ", scopes));
        claims.put("iat", now.minus(ISSUED_AGO).getEpochSecond());
        claims.put("exp", expiry(now).getEpochSecond());
        return JwtDraft.good(header, claims);
    }

    static Instant expiry(Instant now) {
        return now.plus(GOOD_FOR);
    }
}
