package dev.naysayer.examples.mcp;

/** How a server of tools does it: rightly in one of several ways, or with one thing wrong. */
enum Way {
    /** Strict, and with all that the protocol recommends. */
    STRICT(true),
    /** No challenge names the metadata; they lie before the server's path. */
    METADATA_BEFORE_THE_PATH(true),
    /** No challenge names the metadata; they lie at the root, and speak of the whole host. */
    METADATA_AT_THE_ROOT(true),
    /** Answers come as events. */
    EVENTS(true),
    /** It opens a session, asks for its id with each further message, and for a token beside it. */
    SESSIONS(true),
    /** A challenge names all scopes that the server knows. */
    ALL_SCOPES_AT_ONCE(true),

    METADATA_NOWHERE(false),
    METADATA_OF_THE_HOST(false),
    METADATA_OF_ANOTHER_PATH(false),
    METADATA_BEHIND_A_LOGIN(false),
    NOBODY_GIVES_TOKENS(false),
    OFFLINE_ACCESS_OFFERED(false),
    OFFLINE_ACCESS_ASKED_FOR(false),
    SESSION_IS_ENOUGH(false),
    EVERY_ORIGIN(false),
    ONE_SCOPE_AFTER_THE_OTHER(false),
    METADATA_FOR_STRANGERS_ONLY(false),
    NO_SCOPE_NAMED(false),
    ONLY_INITIALIZE_GUARDED(false),
    REFUSED_IN_A_200(false),
    REFUSED_IN_AN_EVENT(false),
    ANY_AUDIENCE(false),
    CODE_FOR_STRANGERS(false),
    TOKEN_IN_QUERY(false);

    private final boolean right;

    Way(boolean right) {
        this.right = right;
    }

    /** Whether nothing is wrong with it. */
    boolean isRight() {
        return right;
    }
}
