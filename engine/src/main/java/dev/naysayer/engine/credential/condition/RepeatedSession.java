package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The session's cookie is there twice, with two sessions, in the one Cookie field that there is (RFC 6265 section 5.4). */
final class RepeatedSession {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofCarriage(
                    info("repeated-session-invalid-last", "the good session's cookie, then a made-up one of that name"),
                    good -> RepeatedKey.both(good, MadeUp.like(good))),
            Variant.ofCarriage(
                    info("repeated-session-invalid-first", "a made-up cookie of the session's name, then the good one"),
                    good -> RepeatedKey.both(MadeUp.like(good), good)));

    private RepeatedSession() {}

    private static ConditionInfo info(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.SESSION, name, meaning)
                .acceptedOrRefused(400, 401)
                .errors(Expectation.NO_ERROR)
                .changes("repetition")
                .because(
                        "A neighbouring host can set a cookie of the same name, and which one comes first nobody can rely on.",
                        securityAdvice(rfc(6265, "4.2.2")));
    }
}
