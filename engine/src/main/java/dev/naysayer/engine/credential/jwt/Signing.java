package dev.naysayer.engine.credential.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import org.jspecify.annotations.Nullable;

/** Where a draft's signature comes from. */
public sealed interface Signing {

    /** The key that the API trusts, by its own algorithm. */
    Signing TRUSTED = new Trusted(null);

    /**
     * The key that the API trusts.
     *
     * @param algorithm what it signs by, whatever the header says; null for its own
     */
    record Trusted(@Nullable JWSAlgorithm algorithm) implements Signing {}

    /** Anybody can make this signature, so no key is needed. */
    non-sealed interface Forged extends Signing {

        byte[] sign(byte[] input) throws JOSEException;
    }
}
