package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.jwt.JwtChange;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The time of expiry is at a boundary, missing, or no proper time. */
final class ExpiryClaim {

    private static final String FACT = "claim exp";

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                    unclear("exp-within-leeway", "a token that expired half the API's leeway ago"),
                    (good, forge) -> at(good, forge.now().minus(Leeway.half(forge)))),
            Variant.of(
                    unclear("exp-boundary", "a token that expires in this very second"),
                    (good, forge) -> at(good, forge.now())),
            Variant.of(
                    ConditionInfo.of(JWT, "exp-missing", "a token without exp")
                            .core()
                            .acceptedOrRefused(401)
                            .changes(FACT)
                            .because(
                                    "A token that never expires can be used for ever once it is stolen.",
                                    securityAdvice(rfc(9068, "2.2"))),
                    ChangedClaim.without("exp")),
            Variant.of(
                    ConditionInfo.of(JWT, "exp-null", "a token whose exp is null")
                            .acceptedOrRefused(401)
                            .changes(FACT)
                            .because(
                                    "Many parsers read null as if the claim were not there, and then the token never expires.",
                                    securityAdvice(rfc(9068, "2.2"))),
                    ChangedClaim.to("exp", null)),
            noTime(
                    "exp-string",
                    "a text, though of the right digits",
                    (good, forge) -> good.withClaim("exp", String.valueOf(inAnHour(forge)))),
            noTime("exp-negative", "negative", (good, forge) -> good.withClaim("exp", -1)),
            Variant.of(
                    ConditionInfo.of(JWT, "exp-huge", "a token whose exp is the number 1e308")
                            .acceptedOrRefused(401)
                            .changes(FACT)
                            .because(
                                    "It lives longer than the world, which no token should.",
                                    securityAdvice(rfc(7519, "2"))),
                    ChangedClaim.to("exp", 1e308)),
            Variant.of(
                    ConditionInfo.of(JWT, "exp-fractional", "a good token whose exp has a fraction of a second")
                            .accepted()
                            .changes(FACT)
                            .because("A time in a token may have a fraction.", advice(rfc(7519, "2"))),
                    (good, forge) -> good.withClaim("exp", new BigDecimal(inAnHour(forge) + ".5"))),
            Variant.of(
                    ConditionInfo.of(JWT, "exp-milliseconds", "an expired token whose exp counts milliseconds")
                            .acceptedOrRefused(401)
                            .changes(FACT)
                            .because(
                                    "Read as seconds it lives for fifty thousand years, which no token should.",
                                    securityAdvice(rfc(7519, "2"))),
                    (good, forge) -> good.withClaim(
                            "exp", forge.now().minus(forge.beyondLeeway()).toEpochMilli())));

    private ExpiryClaim() {}

    private static ConditionInfo unclear(String name, String meaning) {
        return ConditionInfo.of(JWT, name, meaning)
                .acceptedOrRefused(401)
                .changes(FACT)
                .because("An API may allow for clocks that differ, and need not.", may(rfc(7519, "4.1.4")));
    }

    private static CredentialCondition noTime(String name, String value, JwtChange change) {
        return Variant.of(
                ConditionInfo.of(JWT, name, "a token whose exp is " + value)
                        .changes(FACT)
                        .because(
                                "Where no time can be read, nothing says that the token is still good.",
                                must(rfc(7519, "4.1.4"))),
                change);
    }

    private static JwtDraft at(JwtDraft good, Instant expiry) {
        return good.withClaim("exp", expiry.getEpochSecond());
    }

    private static long inAnHour(JwtForge forge) {
        return forge.now().plus(Duration.ofHours(1)).getEpochSecond();
    }
}
