package dev.naysayer.engine.credential;

import dev.naysayer.engine.credential.jwt.JwtChange;

/** What a blueprint asks of a token source: one thing at most is wrong with it. */
public sealed interface TokenNeed {

    /** What any source may know how to bring about, each in its own way. */
    enum Kind implements TokenNeed {
        /** No token at all: no source is asked. */
        NONE,
        /** Nothing is wrong. */
        GOOD,
        /** It was good and has expired, longer ago than the API's leeway. */
        EXPIRED,
        /** It is good for another API. */
        OTHER_AUDIENCE,
        /** It lacks the scopes that the operation needs. */
        OTHER_SCOPE,
        /** It was good and has been revoked, as by a logout. */
        REVOKED,
        /** It is good in another session of its owner. */
        OTHER_SESSION,
        /** It was there before its owner logged in. */
        BEFORE_LOGIN,
        /** It is good for another client than the one that was asked for. */
        OTHER_CLIENT,
        /** It was captured earlier; only the author knows what is wrong with it. */
        CAPTURED
    }

    /** A JWT that differs from the good one as the change says. */
    record Forged(JwtChange change) implements TokenNeed {}
}
