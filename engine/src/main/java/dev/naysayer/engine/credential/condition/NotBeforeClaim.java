package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The token is not good yet. */
final class NotBeforeClaim {

    /** Long enough that the token does not come of age while a run uses it, and before it expires. */
    private static final Duration AHEAD = Duration.ofMinutes(30);

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                    ConditionInfo.of(JWT, "nbf-future", "a token that is not good before half an hour from now")
                            .core()
                            .changes("claim nbf")
                            .because("A right that is granted for later is no right yet.", must(rfc(7519, "4.1.5"))),
                    (good, forge) ->
                            at(good, forge.now().plus(forge.beyondLeeway()).plus(AHEAD))),
            Variant.of(
                    ConditionInfo.of(JWT, "nbf-within-leeway", "a token that becomes good within half the API's leeway")
                            .acceptedOrRefused(401)
                            .changes("claim nbf")
                            .because(
                                    "The issuer's clock may be ahead a little, and an API may allow for that.",
                                    may(rfc(7519, "4.1.5"))),
                    (good, forge) -> at(good, forge.now().plus(Leeway.half(forge)))));

    private NotBeforeClaim() {}

    private static JwtDraft at(JwtDraft good, Instant start) {
        return good.withClaim("nbf", start.getEpochSecond());
    }
}
