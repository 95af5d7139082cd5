package dev.naysayer.engine.credential.jwt;

import dev.naysayer.engine.credential.NotObtainable;

/** What is wrong with a JWT. */
public interface JwtChange {

    /**
     * The good draft with this one thing wrong.
     *
     * @param good as the source makes it, or as it was read from a good token
     * @param forge what else can be known: the time, the API's leeway, the trusted key
     * @throws NotObtainable if it cannot be made from this draft or with this key
     */
    JwtDraft apply(JwtDraft good, JwtForge forge) throws NotObtainable;
}
