package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.LoginNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.TrustedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
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
 * @param furtherHeader members of the header beside these
 * @param furtherClaims claims beside these
 */
record GoodClaims(
        String type,
        @Nullable String keyId,
        String issuer,
        String audience,
        String subject,
        Map<String, Object> furtherHeader,
        Map<String, Object> furtherClaims) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** The same without what the suite adds. */
    GoodClaims alone() {
        return new GoodClaims(type, keyId, issuer, audience, subject, Map.of(), Map.of());
    }

    /** Issued long before any expiry we test: a token that expires before it was issued would be wrong in two ways. */
    JwtDraft draft(TrustedKey key, TokenRequest request, Instant now, Duration leeway) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", key.algorithm().getName());
        header.put("typ", type);
        if (keyId != null) {
            header.put("kid", keyId);
        }
        header.putAll(furtherHeader);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", audience);
        claims.put("scope", String.join(" ", request.scopes()));
        claims.put("iat", now.minus(HOUR).minus(leeway).getEpochSecond());
        claims.put("exp", expiry(now, leeway).getEpochSecond());
        addLogin(claims, request.login(), now);
        // Behind it: a subject may have logged in otherwise than the operation asks for.
        claims.putAll(furtherClaims);
        return JwtDraft.good(header, claims);
    }

    /**
     * Just now: a second later nobody may call it too old. It is behind {@code iat}, which lies where no other claim that is changed comes
     * before it; nobody has to hold one against the other.
     */
    private static void addLogin(Map<String, Object> claims, LoginNeed login, Instant now) {
        login.acr().stream().limit(1).forEach(acr -> claims.put("acr", acr));
        if (login.maxAge() != null) {
            claims.put("auth_time", now.getEpochSecond());
        }
    }

    /** Long after any beginning we test. */
    static Instant expiry(Instant now, Duration leeway) {
        return now.plus(HOUR).plus(leeway);
    }
}
