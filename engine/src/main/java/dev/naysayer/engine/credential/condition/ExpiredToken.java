package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.TokenNeed;
import java.util.List;

/** The token expired, longer ago than the API's leeway. */
final class ExpiredToken {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.of(
            ConditionInfo.of(
                            ConditionGroup.JWT,
                            "expired-token",
                            "a token that expired longer ago than the API's leeway")
                    .core()
                    .needs(Need.EXPIRED_TOKEN)
                    .changes("claim exp")
                    .because(
                            "A client that is told so refreshes the token; one that is told anything else gives up.",
                            must(rfc(7519, "4.1.4"))),
            TokenNeed.Kind.EXPIRED));

    private ExpiredToken() {}
}
