package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The credential stands twice in one header field, parted by a comma. */
final class CommaJoined {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
            CarriageInfo.malformed("comma-joined", "the good credential twice in one header, parted by a comma")
                    .acceptedOrRefused(400, 401)
                    .changes("repetition")
                    .because(
                            "The header holds one credential; joining is what a proxy makes of two.",
                            securityAdvice(rfc(9110, "5.3"))),
            good -> good.carrying(
                    good.line(good.field().reveal() + ", " + good.field().reveal()))));

    private CommaJoined() {}
}
