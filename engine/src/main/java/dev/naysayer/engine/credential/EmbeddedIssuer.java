package dev.naysayer.engine.credential;

import com.nimbusds.jose.jwk.JWK;

/** The tests' own issuer: whoever trusts the keys it publishes takes the tokens that are minted with its key. */
public interface EmbeddedIssuer extends AutoCloseable {

    /** The {@code iss} of its tokens, and where its metadata lives; without a slash at the end. */
    String url();

    /** Its private key, made for this run. */
    JWK key();

    @Override
    void close();
}
