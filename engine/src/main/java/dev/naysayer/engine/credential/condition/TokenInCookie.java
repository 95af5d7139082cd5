package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** The token stands in a cookie. */
final class TokenInCookie {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
            CarriageInfo.of("token-in-cookie", "the good token in a cookie access_token")
                    .appliesTo(Trait.BEARER)
                    .noCredential()
                    .acceptedOrRefused(401)
                    .changes("place")
                    .because(
                            "Browsers add cookies on their own, so another site could ask in the user's name.",
                            securityAdvice(rfc(6750, "5.3"))),
            good -> good.at(Presentation.Place.COOKIE, "access_token").declared()));

    private TokenInCookie() {}
}
