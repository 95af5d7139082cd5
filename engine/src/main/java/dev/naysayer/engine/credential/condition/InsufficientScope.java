package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The token is good, its scope is not the one that the operation asks for. */
final class InsufficientScope implements CredentialCondition {

    private static final List<String> OTHER = List.of("naysayer:nothing");

    private static final ConditionInfo INFO = ConditionInfo.refusedToken(
            "insufficient-scope",
            "a good token without the scope that the operation needs",
            403,
            "insufficient_scope",
            "RFC 6750 section 3.1");

    @Override
    public ConditionInfo info() {
        return INFO;
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return good.withClaims(good.claims().withScopes(OTHER));
    }

    @Override
    public @Nullable String notApplicable(Operation operation) {
        return operation.scopes().isEmpty() ? "the suite names no scope that the operation needs" : null;
    }
}
