package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;

/** Begins the conditions of the group {@code carriage}. */
final class CarriageInfo {

    private CarriageInfo() {}

    static ConditionInfo.Builder of(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.CARRIAGE, name, meaning);
    }

    /** A credential that breaks the grammar: RFC 6750 section 3.1 leaves open whether request or token is at fault. */
    static ConditionInfo.Builder malformed(String name, String meaning) {
        return of(name, meaning).refused(400, 401).errors("invalid_request", "invalid_token", Expectation.NO_ERROR);
    }
}
