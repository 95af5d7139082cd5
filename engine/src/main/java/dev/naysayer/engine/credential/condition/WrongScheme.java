package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;

/** The good token travels under an auth-scheme that nobody knows. */
final class WrongScheme implements CredentialCondition {

    private static final ConditionInfo INFO = ConditionInfo.noCredential(
            "wrong-scheme", "the good token under an auth-scheme the API does not support", "RFC 6750 section 3.1");

    @Override
    public ConditionInfo info() {
        return INFO;
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return good.withScheme(Blueprint.Scheme.UNKNOWN);
    }
}
