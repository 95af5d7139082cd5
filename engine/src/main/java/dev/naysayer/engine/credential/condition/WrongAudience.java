package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;

/** The token was issued for another API. */
final class WrongAudience implements CredentialCondition {

    /** Reserved by RFC 2606: nobody can own it. */
    private static final String OTHER_API = "https://another-api.invalid";

    private static final ConditionInfo INFO = ConditionInfo.refusedToken(
            "wrong-audience", "a token issued for another API", 401, "invalid_token", "RFC 9068 section 4");

    @Override
    public ConditionInfo info() {
        return INFO;
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return good.withClaims(good.claims().withAudience(OTHER_API));
    }
}
