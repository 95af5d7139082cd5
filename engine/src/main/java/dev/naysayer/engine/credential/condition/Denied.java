package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Subjects;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.TextChange;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.standard.SpecReference;

/** Nothing is wrong with the credential, and whoever it belongs to may not. */
final class Denied {

    private static final String MISSING_RIGHT =
            "Whoever may log in may not yet do everything, and only the API can tell.";

    /** Broken object level authorization, OWASP API Security Top 10 2023 API1. */
    private static final String FOREIGN_OBJECT =
            "Another id is all that it takes to ask for what is somebody else's: credential and role are good (OWASP API1).";

    static final CredentialCondition MAY_NOT =
            denied(Subjects.DENIED, "the good credential of a subject that may not do this", MISSING_RIGHT);

    static final CredentialCondition MAY_NOT_TO_FOREIGN = denied(
            Subjects.FOREIGN,
            "the good credential of a subject that may not do this to what is somebody else's",
            FOREIGN_OBJECT);

    private Denied() {}

    private static CredentialCondition denied(String name, String meaning, String why) {
        return Variant.ofText(
                ConditionInfo.of(ConditionGroup.CARRIAGE, name, meaning)
                        .appliesTo(Trait.ANY)
                        .refused(403)
                        .errors(Expectation.NO_ERROR, "insufficient_scope")
                        .changes("subject")
                        .because(why, must(SpecReference.SUITE)),
                TextChange.NONE);
    }
}
