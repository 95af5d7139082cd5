package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import java.util.List;

/** A key that the API does not trust signed the token, by the right algorithm and under the trusted name. */
final class WrongKey {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.of(
            ConditionInfo.of(JWT, "wrong-key", "a token signed with a key that the API does not trust")
                    .core()
                    .needs(Need.JWT)
                    .changes("signature")
                    .because("Whoever takes it takes any token that somebody made up.", must(rfc(8725, "3.8"))),
            (good, forge) -> good.signedBy(ForeignKeys.signatureLike(good))));

    private WrongKey() {}
}
