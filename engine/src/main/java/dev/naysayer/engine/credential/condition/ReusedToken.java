package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.TextChange;
import java.util.List;

/** Nothing is wrong: the good token is sent once more. */
final class ReusedToken {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofText(
            ConditionInfo.of(JWT, "token-reused", "the same good token once more")
                    .needs(Need.JWT)
                    .accepted()
                    .changes("nothing")
                    .because(
                            "An access token is good until it expires, however often it is used.",
                            advice(rfc(7519, "4.1.7"))),
            TextChange.NONE));

    private ReusedToken() {}
}
