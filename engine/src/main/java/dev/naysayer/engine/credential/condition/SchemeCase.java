package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The auth-scheme is spelt with other letters of the same name. */
final class SchemeCase {

    static final List<CredentialCondition> VARIANTS = List.of(
            spelt(
                    CarriageInfo.of("scheme-lower-case", "the auth-scheme in lower case")
                            .core(),
                    scheme -> scheme.toLowerCase(Locale.ROOT)),
            spelt(
                    CarriageInfo.of("scheme-upper-case", "the auth-scheme in upper case"),
                    scheme -> scheme.toUpperCase(Locale.ROOT)),
            spelt(
                    CarriageInfo.of("scheme-mixed-case", "the auth-scheme with every second letter in upper case"),
                    SchemeCase::mixed));

    private SchemeCase() {}

    private static Variant spelt(ConditionInfo.Builder builder, UnaryOperator<String> spelling) {
        return Variant.ofCarriage(
                builder.accepted()
                        .changes("auth-scheme")
                        .because(
                                "Upper and lower case are the same in an auth-scheme, and clients write both.",
                                must(rfc(9110, "11.1"))),
                good -> good.under(spelling.apply(good.authScheme())).declared());
    }

    private static String mixed(String scheme) {
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < scheme.length(); i++) {
            char c = scheme.charAt(i);
            mixed.append(i % 2 == 0 ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return mixed.toString();
    }
}
