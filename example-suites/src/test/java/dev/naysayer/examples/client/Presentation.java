package dev.naysayer.examples.client;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.naysayer.examples.issuer.Issuer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client presents: the good token, or one that is wrong in exactly one way. */
public enum Presentation {
    GOOD_TOKEN,
    NO_TOKEN,
    EXPIRED_TOKEN,
    WRONG_AUDIENCE,
    INSUFFICIENT_SCOPE,
    BAD_SIGNATURE,
    MALFORMED_TOKEN,
    WRONG_SCHEME,
    REPEATED_HEADER;

    /** The condition of the same name in a suite. */
    public String condition() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The values of {@code Authorization}, one a field line. */
    public List<String> authorizations(Issuer issuer, String scope) {
        List<String> one = authorization(issuer, scope).stream().toList();
        return this == REPEATED_HEADER ? List.of(one.get(0), one.get(0)) : one;
    }

    /** The value of {@code Authorization}, or nothing where the header is left out. */
    public Optional<String> authorization(Issuer issuer, String scope) {
        Instant now = Clock.systemUTC().instant();
        JWTClaimsSet good = new JWTClaimsSet.Builder()
                .issuer(issuer.url())
                .subject("naysayer")
                .audience("https://orders.example")
                .claim("scope", scope)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .build();
        return switch (this) {
            case NO_TOKEN -> Optional.empty();
            case GOOD_TOKEN, REPEATED_HEADER -> bearer(issuer.sign(good));
            case EXPIRED_TOKEN -> bearer(issuer.sign(expired(good, now)));
            case WRONG_AUDIENCE ->
                bearer(issuer.sign(
                        changed(good).audience("https://invoices.example").build()));
            case INSUFFICIENT_SCOPE ->
                bearer(issuer.sign(changed(good).claim("scope", "orders:none").build()));
            case BAD_SIGNATURE -> bearer(withOtherSignature(issuer.sign(good)));
            case MALFORMED_TOKEN -> bearer(issuer.sign(good).replace('.', '-'));
            case WRONG_SCHEME -> Optional.of("Unknown " + issuer.sign(good));
        };
    }

    private static JWTClaimsSet expired(JWTClaimsSet good, Instant now) {
        return changed(good)
                .issueTime(Date.from(now.minus(Duration.ofHours(2))))
                .expirationTime(Date.from(now.minus(Duration.ofHours(1))))
                .build();
    }

    private static JWTClaimsSet.Builder changed(JWTClaimsSet good) {
        return new JWTClaimsSet.Builder(good);
    }

    /** The first character of a signature carries six bits that all count, unlike the last one's. */
    private static String withOtherSignature(String token) {
        int signature = token.lastIndexOf('.') + 1;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';
        return token.substring(0, signature) + other + token.substring(signature + 1);
    }

    private static Optional<String> bearer(String token) {
        return Optional.of("Bearer " + token);
    }
}
