package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Carriage;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.TextChange;
import dev.naysayer.engine.standard.Clause;
import java.util.List;

/** Behind {@code Basic} stands no base64 of a user name, a colon and a password. */
final class BrokenBase64 {

    private static final Carriage BASE64URL =
            good -> good.showing(good.value().reveal().replace('+', '-').replace('/', '_'))
                    .declared();

    private static final Carriage UNPADDED =
            good -> good.showing(good.value().reveal().replace("=", "")).declared();

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.withoutToken(
                    info(BasicInfo.of("not-base64", "'!!!' in place of the credential")
                            .needs()),
                    good -> good.showing("!!!").declared()),
            Variant.of(
                    info(
                            BasicInfo.of("base64url-alphabet", "the good credential with - and _ for + and /")
                                    .refused(401, 400),
                            must(rfc(4648, "3.3"))),
                    ifEncodedHas("+/", "a user name or password whose base64 has + or /"),
                    BASE64URL),
            Variant.of(
                    info(
                            BasicInfo.of("missing-padding", "the good credential without = at its end")
                                    .acceptedOrRefused(401, 400),
                            // It binds whoever encodes.
                            advice(rfc(4648, "3.2"))),
                    ifEncodedHas("=", "a user name or password that is one character longer"),
                    UNPADDED),
            Variant.of(
                    info(BasicInfo.of("no-colon", "the user name alone, without colon and password")),
                    Pair::checked,
                    good -> good.showing(Pair.encoded(Pair.shown(good).user())).declared()));

    private BrokenBase64() {}

    private static ConditionInfo info(ConditionInfo.Builder builder) {
        return info(builder.refused(401, 400), must(rfc(7617, "2")));
    }

    private static ConditionInfo info(ConditionInfo.Builder builder, Clause clause) {
        return builder.changes("text")
                .because(
                        "The credential is base64 of user name, colon and password, and nothing that comes near it.",
                        clause);
    }

    /** Changes nothing, and lets through only what the carriage can change. */
    private static TextChange ifEncodedHas(String characters, String add) {
        return text -> {
            String encoded = Pair.encoded(text);
            if (characters.chars().noneMatch(c -> encoded.indexOf(c) >= 0)) {
                throw new NotObtainable("the base64 of the good credential is the same either way", add);
            }
            return text;
        };
    }
}
