package dev.naysayer.engine.assertion;

import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.Trait;

/** A credential was presented, and all that is known of it is that it was refused. */
final class AnyCredential implements CredentialCondition {

    private static final ConditionInfo INFO = ConditionInfo.of(
                    ConditionGroup.CARRIAGE, "refused-credential", "a credential that was presented and refused")
            .appliesTo(Trait.ANY)
            .refused(401, 403, 400)
            .errors("invalid_token", "insufficient_scope", "invalid_request", "insufficient_user_authentication")
            .because("Whatever is wrong with a credential, its refusal says so.", Protection::refused);

    @Override
    public ConditionInfo info() {
        return INFO;
    }

    /** Nothing is sent here, so nothing changes. */
    @Override
    public Blueprint applyTo(Blueprint good) {
        return good;
    }
}
