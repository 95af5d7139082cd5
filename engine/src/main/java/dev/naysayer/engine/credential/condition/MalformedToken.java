package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/**
 * The token is no JWT any more, though its characters are legal.
 *
 * <p>RFC 6750 section 3.1 has "malformed" under {@code invalid_token} and "otherwise malformed" under
 * {@code invalid_request}: both answers are right unless the suite pins one.
 */
final class MalformedToken implements CredentialCondition {

    private static final ConditionInfo INFO = new ConditionInfo(
            "malformed-token",
            "a token that is no JWT: its dots are gone",
            true,
            new Expectation(List.of(401, 400), List.of("invalid_token", "invalid_request")),
            "RFC 6750 section 3.1");

    @Override
    public ConditionInfo info() {
        return INFO;
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return good.withForm(Blueprint.Form.NOT_A_JWT);
    }
}
