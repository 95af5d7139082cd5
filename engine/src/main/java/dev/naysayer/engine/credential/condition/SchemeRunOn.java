package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The header begins with the right auth-scheme, but its word does not end there. */
final class SchemeRunOn {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofCarriage(
                    info(CarriageInfo.of("scheme-suffixed", "one letter more behind the auth-scheme")
                            .changes("auth-scheme")),
                    good -> good.under(good.authScheme() + "X").declared()),
            Variant.ofCarriage(
                    info(CarriageInfo.of("scheme-run-on", "no blank between auth-scheme and credential")
                            .changes("separator")),
                    good -> good.carrying(
                            good.line(good.authScheme() + good.value().reveal()))));

    private SchemeRunOn() {}

    private static ConditionInfo info(ConditionInfo.Builder builder) {
        return builder.noCredential()
                .acceptedOrRefused(401, 400)
                .because(
                        "An auth-scheme is a whole word; one that only begins alike is another.",
                        securityAdvice(rfc(9110, "11.4")));
    }
}
