package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The good credential travels under an auth-scheme that the API does not support. */
final class WrongScheme {

    static final List<CredentialCondition> VARIANTS = List.of(
            good(
                    CarriageInfo.of("wrong-scheme", "the good credential under an auth-scheme the API does not support")
                            .core(),
                    "Unknown"),
            Variant.withoutToken(
                    info(CarriageInfo.of(
                                    "wrong-scheme-registered",
                                    "a well-formed credential under another registered auth-scheme")
                            .needs()
                            .changes("credential")),
                    good -> OtherScheme.than(good).declared()),
            good(CarriageInfo.of("wrong-scheme-token", "the good credential under the auth-scheme Token"), "Token"),
            good(CarriageInfo.of("wrong-scheme-jwt", "the good credential under the auth-scheme JWT"), "JWT"));

    private WrongScheme() {}

    private static Variant good(ConditionInfo.Builder builder, String authScheme) {
        return Variant.ofCarriage(
                info(builder.changes("auth-scheme")),
                good -> good.under(authScheme).declared());
    }

    private static ConditionInfo info(ConditionInfo.Builder builder) {
        return builder.noCredential()
                .because(
                        "An auth-scheme that the API does not support carries nothing that it could judge.",
                        "RFC 6750 section 3.1");
    }
}
