package dev.naysayer.examples.flaws;

import dev.naysayer.examples.orders.Ground;
import java.util.EnumSet;
import java.util.Set;

/** The refusals that a flaw touches. */
final class Grounds {

    private Grounds() {}

    static Set<Ground> noToken() {
        return EnumSet.of(Ground.NO_TOKEN);
    }

    static Set<Ground> wrongScheme() {
        return EnumSet.of(Ground.WRONG_SCHEME);
    }

    static Set<Ground> malformed() {
        return EnumSet.of(Ground.MALFORMED_TOKEN);
    }

    static Set<Ground> badSignature() {
        return EnumSet.of(Ground.BAD_SIGNATURE);
    }

    static Set<Ground> expired() {
        return EnumSet.of(Ground.EXPIRED_TOKEN);
    }

    static Set<Ground> insufficientScope() {
        return EnumSet.of(Ground.INSUFFICIENT_SCOPE);
    }

    /** All that is answered with {@code invalid_token}. */
    static Set<Ground> badToken() {
        return EnumSet.range(Ground.MALFORMED_TOKEN, Ground.WRONG_AUDIENCE);
    }

    /** All that is answered with 401. */
    static Set<Ground> unauthorized() {
        return EnumSet.range(Ground.NO_TOKEN, Ground.WRONG_AUDIENCE);
    }

    static Set<Ground> any() {
        return EnumSet.allOf(Ground.class);
    }
}
