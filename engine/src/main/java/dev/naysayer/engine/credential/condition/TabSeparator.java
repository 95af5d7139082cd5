package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** A tab stands between auth-scheme and credential. */
final class TabSeparator {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
            CarriageInfo.malformed("tab-separator", "a tab between auth-scheme and credential")
                    .acceptedOrRefused(400, 401)
                    .changes("separator")
                    .because(
                            "Only blanks stand there; what one parser takes and the next refuses is a way around.",
                            advice(rfc(9110, "11.4"))),
            good -> good.carrying(
                    good.line(good.authScheme() + "\t" + good.value().reveal()))));

    private TabSeparator() {}
}
