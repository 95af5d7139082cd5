package dev.naysayer.examples.orders;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SimpleSecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.Key;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies a token against the issuer's published keys and names everything that is wrong with it. */
final class TokenCheck {

    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int FETCH_LIMIT_MILLIS = 5_000;
    private static final int FETCH_LIMIT_BYTES = 50_000;

    private final String issuer;
    private final String audience;
    private final Clock clock;
    private final JWSVerificationKeySelector<SecurityContext> keys;

    TokenCheck(String issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        this.keys = new JWSVerificationKeySelector<>(ALGORITHMS, cachedKeys(issuer + "/jwks"));
    }

    /**
     * Problem: the library's defaults refresh in the background and answer with an exception once unknown key ids come
     * often. Constraint: a test closes all it started, and unknown key ids are what it sends. Choice: both off.
     */
    private static JWKSource<SecurityContext> cachedKeys(String url) {
        try {
            return JWKSourceBuilder.create(
                            URI.create(url).toURL(),
                            new DefaultResourceRetriever(FETCH_LIMIT_MILLIS, FETCH_LIMIT_MILLIS, FETCH_LIMIT_BYTES))
                    .refreshAheadCache(false)
                    .rateLimited(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(url + " is no URL", e);
        }
    }

    /** Every ground to refuse this token for an operation that needs the scope; none if it is good. */
    Set<Ground> grounds(String token, String scope) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            Set<Ground> grounds = claimGrounds(jwt.getJWTClaimsSet(), scope);
            if (!hasGoodSignature(jwt)) {
                grounds.add(Ground.BAD_SIGNATURE);
            }
            return grounds;
        } catch (ParseException e) {
            return EnumSet.of(Ground.MALFORMED_TOKEN);
        }
    }

    private boolean hasGoodSignature(SignedJWT jwt) {
        try {
            for (Key key : keys.selectJWSKeys(jwt.getHeader(), new SimpleSecurityContext())) {
                if (jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), key))) {
                    return true;
                }
            }
            return false;
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot get the keys of " + issuer, e);
        }
    }

    private Set<Ground> claimGrounds(JWTClaimsSet claims, String scope) throws ParseException {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        Instant now = clock.instant();
        // A token without an end is one that cannot be withdrawn: treated as expired.
        if (claims.getExpirationTime() == null
                || now.isAfter(claims.getExpirationTime().toInstant().plus(LEEWAY))) {
            grounds.add(Ground.EXPIRED_TOKEN);
        }
        if (claims.getNotBeforeTime() != null
                && now.isBefore(claims.getNotBeforeTime().toInstant().minus(LEEWAY))) {
            grounds.add(Ground.NOT_YET_VALID);
        }
        if (!issuer.equals(claims.getIssuer())) {
            grounds.add(Ground.WRONG_ISSUER);
        }
        if (!claims.getAudience().contains(audience)) {
            grounds.add(Ground.WRONG_AUDIENCE);
        }
        if (!grants(claims.getStringClaim("scope"), scope)) {
            grounds.add(Ground.INSUFFICIENT_SCOPE);
        }
        return grounds;
    }

    private static boolean grants(@Nullable String held, String needed) {
        return needed.isEmpty()
                || (held != null && Arrays.asList(held.split(" ", -1)).contains(needed));
    }
}
