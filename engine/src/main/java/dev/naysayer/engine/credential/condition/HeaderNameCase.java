package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Trait;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The header field's name is spelt with other letters of the same name. */
final class HeaderNameCase {

    static final List<CredentialCondition> VARIANTS = List.of(
            spelt(
                    CarriageInfo.of("header-lower-case", "the header's name in lower case")
                            .core(),
                    name -> name.toLowerCase(Locale.ROOT)),
            spelt(
                    CarriageInfo.of("header-upper-case", "the header's name in upper case"),
                    name -> name.toUpperCase(Locale.ROOT)));

    private HeaderNameCase() {}

    private static Variant spelt(ConditionInfo.Builder builder, UnaryOperator<String> spelling) {
        return Variant.ofCarriage(
                builder.appliesTo(Trait.HEADER)
                        .accepted()
                        .changes("header name")
                        .because(
                                "Upper and lower case are the same in a header's name, and proxies change it.",
                                must(rfc(9110, "5.1"))),
                good -> good.named(spelling.apply(good.name())).declared());
    }
}
