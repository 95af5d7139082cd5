package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** The token stands in a header field that other APIs, or the proxies before them, use for it. */
final class TokenInOtherHeader {

    static final List<CredentialCondition> VARIANTS = List.of(
            bare("token-in-x-auth-token", "X-Auth-Token"),
            bare("token-in-x-access-token", "X-Access-Token"),
            Variant.ofCarriage(
                    info("token-in-proxy-authorization", "Proxy-Authorization"),
                    good -> good.named("Proxy-Authorization").declared().sentVerbatim()),
            bare("token-in-x-forwarded-access-token", "X-Forwarded-Access-Token"));

    private TokenInOtherHeader() {}

    private static Variant bare(String name, String header) {
        return Variant.ofCarriage(
                info(name, header),
                good -> good.at(Presentation.Place.HEADER, header).declared());
    }

    private static ConditionInfo info(String name, String header) {
        return CarriageInfo.of(name, "the good token in the header " + header)
                .appliesTo(Trait.BEARER)
                .noCredential()
                .acceptedOrRefused(401)
                .changes("place")
                .because(
                        "Who takes credentials from a second header can be asked past the proxy that checks the first.",
                        securityAdvice(asvs("4.1.3")));
    }
}
