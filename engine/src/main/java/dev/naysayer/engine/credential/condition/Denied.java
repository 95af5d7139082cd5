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
import java.util.List;

/** Nothing is wrong with the credential, and whoever it belongs to may not. */
final class Denied {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofText(
            ConditionInfo.of(
                            ConditionGroup.CARRIAGE,
                            Subjects.DENIED,
                            "the good credential of a subject that may not do this")
                    .appliesTo(Trait.ANY)
                    .refused(403)
                    .errors(Expectation.NO_ERROR, "insufficient_scope")
                    .changes("subject")
                    .because(
                            "Whoever may log in may not yet do everything, and only the API can tell.",
                            must(SpecReference.SUITE)),
            TextChange.NONE));

    private Denied() {}
}
