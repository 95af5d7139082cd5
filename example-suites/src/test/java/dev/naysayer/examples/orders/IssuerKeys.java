package dev.naysayer.examples.orders;

import static dev.naysayer.examples.liberty.Liberty.KEY_ID_IS_A_HINT;
import static dev.naysayer.examples.liberty.Liberty.KEY_ID_NEEDED;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SimpleSecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.naysayer.examples.liberty.Liberty;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.List;
import java.util.Set;

/** The issuer's published keys, by which signatures are verified. */
final class IssuerKeys {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int FETCH_LIMIT_MILLIS = 5_000;
    private static final int FETCH_LIMIT_BYTES = 50_000;

    /** The keys cannot be had, so nothing can be said of any token. */
    static final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreachable(String issuer, Throwable cause) {
            super("cannot get the keys of " + issuer, cause);
        }
    }

    private final String issuer;
    private final Set<Liberty> liberties;
    private final JWSVerificationKeySelector<SecurityContext> keys;

    IssuerKeys(String issuer) {
        this(issuer, Set.of());
    }

    IssuerKeys(String issuer, Set<Liberty> liberties) {
        this.liberties = liberties;
        this.issuer = issuer;
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

    /** Whether the issuer signed this, by an algorithm that is accepted here. */
    boolean verify(TokenText token) {
        JWSAlgorithm algorithm =
                JWSAlgorithm.parse(TokenText.text(token.header(), "alg").orElse(""));
        if (!ALGORITHMS.contains(algorithm)) {
            return false;
        }
        // Made anew: of what the token's own header says, only these two count.
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .keyID(TokenText.text(token.header(), "kid").orElse(null))
                .build();
        List<Key> fitting = named(header);
        // Without a key id, more than one key would mean trying them out.
        return (header.getKeyID() != null || (fitting.size() == 1 && !liberties.contains(KEY_ID_NEEDED)))
                && fitting.stream().anyMatch(key -> verifies(header, token, key));
    }

    private List<Key> named(JWSHeader header) {
        List<Key> named = fitting(header);
        return named.isEmpty() && liberties.contains(KEY_ID_IS_A_HINT)
                ? fitting(new JWSHeader.Builder(header.getAlgorithm()).build())
                : named;
    }

    private List<Key> fitting(JWSHeader header) {
        try {
            return keys.selectJWSKeys(header, new SimpleSecurityContext()).stream()
                    .map(Key.class::cast)
                    .toList();
        } catch (JOSEException e) {
            throw new Unreachable(issuer, e);
        }
    }

    private static boolean verifies(JWSHeader header, TokenText token, Key key) {
        try {
            return new DefaultJWSVerifierFactory()
                    .createJWSVerifier(header, key)
                    .verify(header, token.signed().getBytes(StandardCharsets.US_ASCII), token.signature());
        } catch (JOSEException e) {
            // A key or a signature of another kind than the algorithm's.
            return false;
        }
    }
}
