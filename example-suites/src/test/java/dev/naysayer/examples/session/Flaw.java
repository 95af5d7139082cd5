package dev.naysayer.examples.session;

/** One thing that is wrong with the members' API. */
enum Flaw {
    /** It is as it ought to be. */
    NONE,
    /** Whoever is not logged in is sent to the page for people. */
    LOGIN_PAGE,
    /** It asks for no token against forged requests. */
    FORGERY_UNSEEN,
    /** It reads the token that is not there. */
    MISSING_TOKEN_CRASHES,
    /** It asks to log in where only the token is missing. */
    MISSING_TOKEN_IS_401,
    /** Any token that it has given out is good for everybody. */
    TOKENS_SHARED,
    /** It looks at the token before it looks who asks. */
    TOKEN_FIRST,
    /** A logout takes the cookie from the browser, and leaves the session as it is. */
    LOGOUT_FORGOTTEN,
    /** A logout ends the session, and leaves its cookie with the browser. */
    COOKIE_LEFT,
    /** The cookie that a log-in sets any script can read. */
    COOKIE_READABLE,
    /** Whoever logs in keeps the session that was there before. */
    SESSION_KEPT,
    /** Whoever is refused gets a session, whose cookie any script and any site can use. */
    BARE_COOKIE
}
