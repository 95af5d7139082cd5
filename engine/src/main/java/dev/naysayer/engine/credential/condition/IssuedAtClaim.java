package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.time.Duration;
import java.util.List;

/** The token was issued in the future, or long ago. */
final class IssuedAtClaim {

    static final List<CredentialCondition> VARIANTS = List.of(
            of("iat-future", "a token that was issued half an hour from now", Duration.ofMinutes(30)),
            of("iat-ancient", "a token that was issued ten years ago", Duration.ofDays(-3650)));

    private IssuedAtClaim() {}

    private static CredentialCondition of(String name, String meaning, Duration fromNow) {
        return Variant.of(
                ConditionInfo.of(JWT, name, meaning)
                        .acceptedOrRefused(401)
                        .changes("claim iat")
                        .because(
                                "No standard says what to do with it, and an API may be strict.",
                                may(rfc(7519, "4.1.6"))),
                (good, forge) -> good.withClaim("iat", forge.now().plus(fromNow).getEpochSecond()));
    }
}
