package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Subject;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;

/** Nothing is wrong with the credential but whose it is. */
record OfSubject(ConditionInfo info, Subject subject) implements CredentialCondition {

    @Override
    public Blueprint applyTo(Blueprint good) {
        return good;
    }
}
