package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import java.util.List;

/** The good credential travels under an auth-scheme that the API does not support. */
final class WrongScheme {

    private static final String WHY =
            "An auth-scheme that the API does not support carries nothing that it could judge.";

    static final List<CredentialCondition> VARIANTS = List.of(
            good(
                    CarriageInfo.of("wrong-scheme", "the good credential under an auth-scheme the API does not support")
                            .core(),
                    "Unknown"),
            Variant.withoutToken(
                    CarriageInfo.of(
                                    "wrong-scheme-registered",
                                    "a well-formed credential under another registered auth-scheme")
                            .needs()
                            .noCredential()
                            .changes("credential")
                            .because(WHY, Protection::refused),
                    good -> OtherScheme.than(good).declared()),
            good(CarriageInfo.of("wrong-scheme-token", "the good credential under the auth-scheme Token"), "Token"),
            good(CarriageInfo.of("wrong-scheme-jwt", "the good credential under the auth-scheme JWT"), "JWT"));

    private WrongScheme() {}

    private static Variant good(ConditionInfo.Builder builder, String authScheme) {
        return Variant.ofCarriage(
                // An API may support a scheme of its own by any name.
                builder.noCredential()
                        .acceptedOrRefused(401)
                        .changes("auth-scheme")
                        .because(WHY, securityAdvice(rfc(9110, "11.1"))),
                good -> good.under(authScheme).declared());
    }
}
