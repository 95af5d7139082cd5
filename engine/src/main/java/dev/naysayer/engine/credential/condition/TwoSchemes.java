package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import java.util.List;

/** A second header field carries a credential of another auth-scheme. */
final class TwoSchemes {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
            CarriageInfo.malformed("two-schemes", "the good header, then one under another registered auth-scheme")
                    .acceptedOrRefused(400, 401)
                    .changes("repetition")
                    .because(
                            "A request names one who asks; with two the API and its proxy may each believe another.",
                            securityAdvice(rfc(9110, "5.3"))),
            TwoSchemes::both));

    private TwoSchemes() {}

    private static Credential both(Presentation good) {
        Presentation other = OtherScheme.than(good);
        return other.carrying(
                        good.line(good.field().reveal()),
                        other.line(other.field().reveal()))
                .sentVerbatim();
    }
}
