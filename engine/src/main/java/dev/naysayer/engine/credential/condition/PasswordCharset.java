package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.Presentation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The good pair is encoded in another charset than UTF-8. */
final class PasswordCharset {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.of(
            BasicInfo.of("password-latin1", "the good credential in ISO-8859-1")
                    .acceptedOrRefused(401)
                    .changes("text")
                    .because(
                            "A server that tries one charset after the other lets two passwords stand for one.",
                            securityAdvice(rfc(7617, "2.1"))),
            PasswordCharset::differing,
            PasswordCharset::latin1));

    private PasswordCharset() {}

    private static String differing(String text) throws NotObtainable {
        boolean latin1 = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        if (!latin1 || text.chars().allMatch(c -> c < 0x80)) {
            throw new NotObtainable(
                    "the good credential has no letter of ISO-8859-1 beyond ASCII, or one that is beyond both",
                    "a password such as 'größer' to its source");
        }
        return text;
    }

    private static Credential latin1(Presentation good) {
        byte[] bytes = Pair.decoded(good.value().reveal()).getBytes(StandardCharsets.ISO_8859_1);
        return good.showing(Base64.getEncoder().encodeToString(bytes)).declared();
    }
}
