package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The token does not say for whom it is, or names somebody whom nobody knows. */
final class SubjectClaim {

    private static final String[] ERRORS = {"invalid_token", "insufficient_scope", Expectation.NO_ERROR};

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                    ConditionInfo.of(JWT, "sub-missing", "a token without sub")
                            .acceptedOrRefused(401, 403)
                            .errors(ERRORS)
                            .changes("claim sub")
                            .because(
                                    "A request of nobody in particular must not end as a crash, or as somebody.",
                                    securityAdvice(rfc(9068, "2.2"))),
                    ChangedClaim.without("sub")),
            Variant.of(
                    ConditionInfo.of(JWT, "sub-unknown", "a token whose sub is a user who does not exist")
                            .acceptedOrRefused(401, 403)
                            .errors(ERRORS)
                            .changes("claim sub")
                            .because(
                                    "An API that knows its users refuses others, and one that has none lets them in.",
                                    may(rfc(8725, "3.8"))),
                    ChangedClaim.to("sub", "naysayer-nobody")));

    private SubjectClaim() {}
}
