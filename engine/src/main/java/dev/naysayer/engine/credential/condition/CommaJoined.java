package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The credential stands twice in one header field, parted by a comma. */
final class CommaJoined {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
            CarriageInfo.malformed("comma-joined", "the good credential twice in one header, parted by a comma")
                    .changes("repetition")
                    .because(
                            "The header holds one credential; joining is what a proxy makes of two.",
                            "RFC 9110 section 11.6.2"),
            good -> good.carrying(
                    good.line(good.field().reveal() + ", " + good.field().reveal()))));

    private CommaJoined() {}
}
