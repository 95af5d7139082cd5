package dev.naysayer.engine.credential;

/** What a scheme is like, as far as a condition cares; so conditions name no scheme. */
public enum Trait {
    /** Every scheme whose credential proves who asks. */
    ANY("any"),
    /** Its credential stands in {@code Authorization}, behind an auth-scheme (RFC 9110 section 11.4). */
    AUTHORIZATION("bearer, basic, digest, prefixed api-key"),
    /** Its credential is a bearer token (RFC 6750). */
    BEARER("bearer"),
    /** Its credential is a user name and password (RFC 7617). */
    BASIC("basic"),
    /** Its credential answers a challenge with what follows from a user name and password (RFC 7616). */
    DIGEST("digest"),
    /** Its credential is an API key. */
    API_KEY("api-key"),
    /** Its credential travels in a header field. */
    HEADER("bearer, basic, digest, api-key in a header"),
    /** Its credential travels in the query. */
    QUERY("api-key in the query"),
    /** Its credential travels in a cookie. */
    COOKIE("session, api-key in a cookie"),
    /** Its credential is a session that a log-in opened, in a cookie. */
    SESSION("session"),
    /** Its credential is a token against forged requests, and proves nobody's identity. */
    CSRF("csrf"),
    /** Its credential says which client asks (RFC 6749 section 2.3). */
    CLIENT("client"),
    /** A client that proves by a secret who it is (RFC 6749 section 2.3.1). */
    CLIENT_WITH_SECRET("client with a secret"),
    /** A public client, which has none (RFC 6749 section 2.1). */
    CLIENT_WITHOUT_SECRET("client without a secret"),
    /** A client's secret in {@code Authorization}. */
    CLIENT_IN_HEADER("client with client_secret_basic"),
    /** A client's secret in the form. */
    CLIENT_IN_FORM("client with client_secret_post"),
    /** It asks about a token (RFC 7662). */
    AT_INTROSPECTION("client at an introspection endpoint"),
    /** It takes a token back (RFC 7009). */
    AT_REVOCATION("client at a revocation endpoint");

    private final String words;

    Trait(String words) {
        this.words = words;
    }

    /** The schemes that are like that, for readers. */
    @Override
    public String toString() {
        return words;
    }
}
