package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.CredentialCondition;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The credential has a letter that is not ASCII. */
final class NonAscii {

    static final List<CredentialCondition> VARIANTS = List.of(
            umlaut("non-ascii-utf8", "the good credential with an ü in UTF-8 in it", StandardCharsets.UTF_8),
            umlaut(
                    "non-ascii-latin1",
                    "the good credential with an ü in ISO-8859-1 in it",
                    StandardCharsets.ISO_8859_1));

    private NonAscii() {}

    private static Variant umlaut(String name, String meaning, Charset charset) {
        String bytes = new String("ü".getBytes(charset), StandardCharsets.ISO_8859_1);
        return Variant.ofCarriage(
                CarriageInfo.malformed(name, meaning)
                        .brokenMessage()
                        .acceptedOrRefused(400, 401)
                        .changes("text")
                        .because(
                                "Bytes beyond ASCII mean something else to each reader, so they mean nothing here.",
                                securityAdvice(rfc(9110, "5.5"))),
                new Inserted(bytes));
    }
}
