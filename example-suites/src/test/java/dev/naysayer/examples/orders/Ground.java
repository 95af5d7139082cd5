package dev.naysayer.examples.orders;

import java.util.Locale;

/** Why a request is refused, in the order in which the API looks. */
public enum Ground {
    REPEATED_CREDENTIALS,
    NO_TOKEN,
    WRONG_SCHEME,
    MALFORMED_TOKEN,
    BAD_SIGNATURE,
    EXPIRED_TOKEN,
    NOT_YET_VALID,
    WRONG_ISSUER,
    WRONG_AUDIENCE,
    INSUFFICIENT_SCOPE;

    /** The condition of the same name in a suite. */
    public String condition() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
