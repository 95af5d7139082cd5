package dev.naysayer.engine.credential.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import dev.naysayer.engine.credential.NotObtainable;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** The key whose signatures the API takes. Safe to share between threads. */
public interface TrustedKey {

    /** What it signs by when nothing is wrong. */
    JWSAlgorithm algorithm();

    /** What everybody may know of it; null for a shared secret. */
    @Nullable
    PublicKey publicKey();

    /**
     * Signs.
     *
     * @throws NotObtainable if this key cannot sign by that algorithm
     */
    byte[] sign(JWSAlgorithm algorithm, byte[] input) throws NotObtainable;
}
