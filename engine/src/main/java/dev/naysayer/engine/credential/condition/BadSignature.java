package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;

/** One bit of the signature is flipped. */
final class BadSignature implements CredentialCondition {

    private static final ConditionInfo INFO = ConditionInfo.refusedToken(
            "bad-signature",
            "a token with one bit of its signature flipped",
            401,
            "invalid_token",
            "RFC 6750 section 3.1");

    @Override
    public ConditionInfo info() {
        return INFO;
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return good.withForm(Blueprint.Form.SIGNATURE_BROKEN);
    }
}
