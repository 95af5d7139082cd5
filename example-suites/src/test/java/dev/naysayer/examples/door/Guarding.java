package dev.naysayer.examples.door;

/** What an API does about passwords that are tried one after the other: some is right, the rest has one thing wrong. */
enum Guarding {
    /** It counts by name, and answers 429 for a while. */
    THROTTLES(true),
    /** It locks the account for a while, and goes on to answer 401. */
    LOCKS_OUT(true),
    /** It counts by address. */
    THROTTLES_ADDRESS(true),
    /** Anybody may try on and on. */
    NOTHING_DONE(false),
    /** It counts failures of users that are there. */
    KNOWN_USERS_ONLY(false),
    /** It says that the user may not. */
    FORBIDS(false),
    /** It does not say how long it lasts. */
    SAYS_NOT_WHEN(false),
    /** Caches may keep what it says. */
    STORED(false),
    /** Only an administrator ends it. */
    FOR_EVER(false);

    private final boolean right;

    Guarding(boolean right) {
        this.right = right;
    }

    boolean isRight() {
        return right;
    }
}
