package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.jwt.JwtChange;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import dev.naysayer.engine.standard.SpecReference;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The token is good, and its user logged in just recently enough, or not. */
final class LoginAge {

    /** How long ago the user of a token logged in, of those that an operation takes. */
    @FunctionalInterface
    interface Age {
        Duration of(Duration maxAge, JwtForge forge) throws NotObtainable;
    }

    /** A token at the boundary. Equal ones are made alike. */
    record Aged(Duration maxAge, Age age) implements JwtChange {
        @Override
        public JwtDraft apply(JwtDraft good, JwtForge forge) throws NotObtainable {
            return good.withClaim(
                    "auth_time", forge.now().minus(age.of(maxAge, forge)).getEpochSecond());
        }
    }

    private static final Age BEYOND = (maxAge, forge) -> maxAge.plus(forge.beyondLeeway());
    private static final Age WITHIN_LEEWAY = (maxAge, forge) -> maxAge.plus(Leeway.half(forge));

    static final List<CredentialCondition> VARIANTS = List.of(
            variant(
                    LoginStrength.refused(
                                    "older-login",
                                    "a good token whose user logged in longer ago than max-age and the API's leeway")
                            .core()
                            .changes("claim auth_time")
                            .because(
                                    "Whoever finds the device unlocked must not do what asks for a login of just now.",
                                    must(SpecReference.SUITE)),
                    BEYOND),
            variant(
                    ConditionInfo.of(
                                    ConditionGroup.STEP_UP,
                                    "recent-login",
                                    "a good token whose user logged in just recently enough for max-age")
                            .core()
                            .accepted()
                            .changes("claim auth_time")
                            .because(
                                    "Whoever has just logged in must not be asked to do it again.",
                                    must(SpecReference.SUITE)),
                    FreshLogin::oldest),
            variant(
                    ConditionInfo.of(
                                    ConditionGroup.STEP_UP,
                                    "login-within-leeway",
                                    "a good token whose user logged in longer ago than max-age by half the API's leeway")
                            .acceptedOrRefused(401)
                            .errors(LoginStrength.CODE)
                            .status(advice(rfc(9470, "3")))
                            .changes("claim auth_time")
                            .because(
                                    "The clocks of issuer and API may differ a little, and an API may allow for that.",
                                    may(rfc(9470, "3"))),
                    WITHIN_LEEWAY),
            Variant.of(
                            LoginStrength.refused(
                                            "undated-login",
                                            "a good token that does not say when its user logged in: without auth_time")
                                    .changes("claim auth_time")
                                    .because(
                                            "Of a login without a time nobody knows that it was of just now.",
                                            must(SpecReference.SUITE)),
                            ChangedClaim.without("auth_time"))
                    .except(LoginAge::unasked));

    private LoginAge() {}

    private static CredentialCondition variant(ConditionInfo info, Age age) {
        return new Variant(info, good -> aged(good, age), LoginAge::unasked);
    }

    private static Blueprint aged(Blueprint good, Age age) {
        Duration maxAge = good.login().maxAge();
        return good.withNeed(new TokenNeed.Forged(new Aged(maxAge == null ? Duration.ZERO : maxAge, age)));
    }

    private static @Nullable String unasked(Operation operation) {
        return operation.login().maxAge() == null ? "the operation asks for no recent login by 'max-age'" : null;
    }
}
