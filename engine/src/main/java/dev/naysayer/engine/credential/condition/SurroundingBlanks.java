package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** Blanks stand around the header field's value. */
final class SurroundingBlanks {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
            CarriageInfo.of("surrounding-blanks", "blanks before and behind the header's value")
                    .appliesTo(Trait.HEADER)
                    .accepted()
                    .changes("separator")
                    .because("Blanks around a header's value are no part of it.", must(rfc(9110, "5.5"))),
            good -> good.carrying(good.line(" " + good.field().reveal() + "  ")).sentVerbatim()));

    private SurroundingBlanks() {}
}
