package dev.naysayer.engine.credential.jwt;

import dev.naysayer.engine.credential.NotObtainable;
import java.security.PublicKey;

/** What everybody may know of the key that has signed a token. */
public interface PublishedKey {

    /** Where no source knows it. */
    PublishedKey UNKNOWN = good -> {
        throw new NotObtainable(
                "nobody says where the public key of the good token's issuer is published",
                "'jwks' to the source of the good token, or 'mint' with a key that the API trusts");
    };

    /**
     * The public key for a token.
     *
     * @param good a good token, whose header may name the key
     * @throws NotObtainable if it is not known
     */
    PublicKey of(JwtDraft good) throws NotObtainable;
}
