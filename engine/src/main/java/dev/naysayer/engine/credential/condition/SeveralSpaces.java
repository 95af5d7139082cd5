package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** More than one blank stands between auth-scheme and credential. */
final class SeveralSpaces {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
            CarriageInfo.of("several-spaces", "two blanks between auth-scheme and credential")
                    .accepted()
                    .changes("separator")
                    .because("One blank or more stands there.", must(rfc(9110, "11.4"))),
            good -> good.carrying(
                    good.line(good.authScheme() + "  " + good.value().reveal()))));

    private SeveralSpaces() {}
}
