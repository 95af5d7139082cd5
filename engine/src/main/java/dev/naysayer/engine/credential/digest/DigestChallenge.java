package dev.naysayer.engine.credential.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Digest challenge asks for (RFC 7616 section 3.3).
 *
 * @param realm whose password is wanted
 * @param nonce what the answer has to be about
 * @param opaque what the answer has to give back as it is, or null
 * @param algorithm as it was sent; null where none was, which means MD5
 * @param qop the qualities of protection that are offered; empty where none is, as RFC 2069 had it
 * @param charset what user name and password are to be encoded in, or null
 * @param userhash whether the user name may be hashed
 * @param stale whether the nonce of the answer before was too old
 */
public record DigestChallenge(
        String realm,
        String nonce,
        @Nullable String opaque,
        @Nullable String algorithm,
        List<String> qop,
        @Nullable String charset,
        boolean userhash,
        boolean stale) {

    public DigestChallenge {
        qop = List.copyOf(qop);
    }

    /** Whether the client knows the algorithm and one of the qualities of protection. */
    public boolean isAnswerable() {
        return DigestHash.of(algorithm).isPresent()
                && (qop.isEmpty() || qop.contains("auth") || qop.contains("auth-int"));
    }

    /** The same of another realm. */
    public DigestChallenge withRealm(String other) {
        return new DigestChallenge(other, nonce, opaque, algorithm, qop, charset, userhash, stale);
    }

    /** The same with another nonce. */
    public DigestChallenge withNonce(String other) {
        return new DigestChallenge(realm, other, opaque, algorithm, qop, charset, userhash, stale);
    }

    /** The same with another algorithm. */
    public DigestChallenge withAlgorithm(@Nullable String other) {
        return new DigestChallenge(realm, nonce, opaque, other, qop, charset, userhash, stale);
    }

    /** The same with other qualities of protection. */
    public DigestChallenge withQop(List<String> others) {
        return new DigestChallenge(realm, nonce, opaque, algorithm, others, charset, userhash, stale);
    }

    /** The same with another opaque. */
    public DigestChallenge withOpaque(@Nullable String other) {
        return new DigestChallenge(realm, nonce, other, algorithm, qop, charset, userhash, stale);
    }

    /** The same, and the user name may be hashed or not. */
    public DigestChallenge withUserhash(boolean other) {
        return new DigestChallenge(realm, nonce, opaque, algorithm, qop, charset, other, stale);
    }
}
