package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

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

    /** A client that proves who it is, and asks by a grant that is not for it (RFC 6749 section 5.2). */
    static final CredentialCondition MAY_NOT_BY_GRANT = Variant.ofText(
            ConditionInfo.of(
                            ConditionGroup.TOKEN_ENDPOINT,
                            Subjects.DENIED,
                            "the good credential of a client that may not ask for this")
                    .refused(400)
                    .errors("unauthorized_client")
                    .status(advice(rfc(6749, "5.2")))
                    .changes("subject")
                    .because(
                            "Which grants a client may use is registered, and only the server can tell.",
                            must(SpecReference.SUITE)),
            TextChange.NONE);

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
