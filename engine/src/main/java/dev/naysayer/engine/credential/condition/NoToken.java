package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;

/** The request carries no credential. */
final class NoToken implements CredentialCondition {

    private static final ConditionInfo INFO =
            ConditionInfo.noCredential("no-token", "no credential at all", "RFC 6750 section 3");

    @Override
    public ConditionInfo info() {
        return INFO;
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return good.withoutCredential();
    }
}
