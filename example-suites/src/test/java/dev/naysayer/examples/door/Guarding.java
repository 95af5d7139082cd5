package dev.naysayer.examples.door;

/** What an API does about passwords that are tried one after the other: some is right, the rest has one thing wrong. */
enum Guarding {
    /** It counts by name, and answers 429 for a while. */
    THROTTLES(true),
    /** It locks the account for a while, and goes on to answer 401. */
    LOCKS_OUT(true),
    /** It counts by address. */
    THROTTLES_ADDRESS(true),
    /** It counts by name, and the last password that the suite tries is the one too many. */
    FULL_BY_THE_LAST(true),
    /** It answers whoever tries on later and later. */
    SLOWS_DOWN(true),
    /** It says by a date when the limit ends. */
    SAYS_WHEN_BY_DATE(true),
    /** It says whom it has stopped, by the name that was sent. */
    REPEATS_NAME(true),
    /** Anybody may try on and on. */
    NOTHING_DONE(false),
    /** It answers 429 to wrong passwords, and lets in whoever finds the right one. */
    LETS_IN_ALL_THE_SAME(false),
    /** It counts failures of users that are there. */
    KNOWN_USERS_ONLY(false),
    /** It tells users that are there by another text that they are stopped. */
    TELLS_KNOWN_USERS(false),
    /** It tells of the lock whoever has the right password, and nobody else. */
    TELLS_THE_PASSWORD(false),
    /** It says that the user may not. */
    FORBIDS(false),
    /** It does not say how long it lasts. */
    SAYS_NOT_WHEN(false),
    /** It says in words how long it lasts. */
    SAYS_WHEN_IN_WORDS(false),
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
