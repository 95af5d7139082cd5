package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** Nothing is wrong: the control, without which no refusal means anything. */
final class Valid implements CredentialCondition {

    private static final ConditionInfo INFO = new ConditionInfo(
            "valid",
            "the good credential, which has to get through",
            true,
            new Expectation(List.of(200), List.of()),
            "RFC 6750 section 2.1");

    @Override
    public ConditionInfo info() {
        return INFO;
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return good;
    }
}
