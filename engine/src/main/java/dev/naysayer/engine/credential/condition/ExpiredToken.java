package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.time.Duration;

/** The token expired, longer ago than any leeway a sane API allows. */
final class ExpiredToken implements CredentialCondition {

    /** A leeway of 60 s is usual; 60 s more, so that no verdict depends on a boundary. */
    private static final Duration AGO = Duration.ofMinutes(2);

    private static final ConditionInfo INFO = ConditionInfo.refusedToken(
            "expired-token", "a token that expired two minutes ago", 401, "invalid_token", "RFC 6750 section 3.1");

    @Override
    public ConditionInfo info() {
        return INFO;
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return good.withClaims(good.claims().withExpiresAt(good.now().minus(AGO)));
    }
}
