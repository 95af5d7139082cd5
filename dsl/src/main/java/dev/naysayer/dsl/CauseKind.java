package dev.naysayer.dsl;

import java.util.Locale;

/** Why a credential is refused, as far as most APIs tell it apart. */
public enum CauseKind {
    /** Nothing that the API could judge. */
    NO_CREDENTIAL,
    /** A credential that is wrong, expired, or of somebody else. */
    BAD_CREDENTIAL,
    /** A good credential whose owner may not. */
    NO_RIGHT,
    /** A request that another site may have had a browser send, with good credentials. */
    FORGED_REQUEST,
    /** A request that cannot be read as it should be, whatever its credential. */
    BROKEN_MESSAGE;

    /** As a suite writes it, {@code no-credential}. */
    public String yaml() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
