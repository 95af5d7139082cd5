package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The good credential stands in the header without its auth-scheme. */
final class BareToken {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
            CarriageInfo.of("bare-token", "the good credential without its auth-scheme")
                    .noCredential()
                    .acceptedOrRefused(401, 400)
                    .changes("auth-scheme")
                    .because(
                            "The first word is the auth-scheme, and the API supports none of that name.",
                            securityAdvice(rfc(9110, "11.4"))),
            good -> good.under("").declared()));

    private BareToken() {}
}
