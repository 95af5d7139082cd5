package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** The good credential does not stand there alone: as a parameter, in quotes, or with a word behind it. */
final class TokenParameter {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofCarriage(
                    info("token-parameter", "the good credential as the value of a parameter 'token'"),
                    good -> good.showing("token=\"" + good.value().reveal() + "\"")
                            .declared()),
            Variant.ofCarriage(
                    info("quoted-token", "the good credential in quotes"),
                    good -> good.showing("\"" + good.value().reveal() + "\"").declared()),
            Variant.ofCarriage(
                    info("trailing-word", "the good credential, and behind it a blank and one more word"),
                    good -> good.carrying(good.line(good.field().reveal() + " naysayer"))));

    private TokenParameter() {}

    private static ConditionInfo info(String name, String meaning) {
        return CarriageInfo.malformed(name, meaning)
                .acceptedOrRefused(400, 401)
                .changes("text")
                .because(
                        "The credential stands bare behind its auth-scheme; whoever searches for it finds too much.",
                        scheme -> securityAdvice(scheme.contains(Trait.BEARER) ? rfc(6750, "2.1") : rfc(9110, "11.4")));
    }
}
