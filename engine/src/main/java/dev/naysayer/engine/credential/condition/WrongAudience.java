package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.TokenNeed;
import java.util.List;

/** The token was issued for another API. */
final class WrongAudience {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.of(
            ConditionInfo.of(ConditionGroup.JWT, "wrong-audience", "a token issued for another API")
                    .core()
                    .needs(Need.OTHER_AUDIENCE)
                    .changes("claim aud")
                    .because(
                            "Otherwise any API that is given a token can use it at this one.",
                            must(rfc(7519, "4.1.3"))),
            TokenNeed.Kind.OTHER_AUDIENCE));

    private WrongAudience() {}
}
