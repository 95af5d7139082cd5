package dev.naysayer.engine.credential;

/** What has to be at hand before a condition can be made. */
public enum Need {
    /** A good credential, from any source. */
    CREDENTIAL("a good credential"),
    /** A good token that is a JWT, from any source. */
    JWT("a JWT"),
    /** A good token that is a JWT, and the public half of the key that signed it. */
    PUBLIC_KEY("a JWT and its issuer's public key"),
    /** The key that the API trusts. */
    SIGNING_KEY("a signing key"),
    /** A source that gives a token for another audience. */
    OTHER_AUDIENCE("a second audience"),
    /** A source that gives a token with other scopes. */
    OTHER_SCOPE("a second scope"),
    /** A source that gives a token which has expired. */
    EXPIRED_TOKEN("an expired token"),
    /** A source that knows a second client. */
    OTHER_CLIENT("a second client"),
    /** A source that revokes a token. */
    REVOCATION("revocation"),
    /** A source that logs out. */
    LOGOUT("a logout"),
    /** A source that logs in. */
    LOGIN("a log-in"),
    /** A token that was captured earlier: no source makes it. */
    CAPTURED_TOKEN("a captured token");

    private final String words;

    Need(String words) {
        this.words = words;
    }

    /** For readers. */
    @Override
    public String toString() {
        return words;
    }
}
