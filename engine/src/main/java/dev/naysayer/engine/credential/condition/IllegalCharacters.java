package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The credential has a character that no credential can have. */
final class IllegalCharacters {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.withoutToken(
                    CarriageInfo.malformed("illegal-characters", "a credential with braces: abc{}")
                            .needs()
                            .changes("text")
                            .because(
                                    "Braces are no characters of a credential; a parser has to say so, not to fail.",
                                    "RFC 6750 section 2.1"),
                    good -> good.showing("abc{}").declared()),
            inserted("control-character", "the good credential with a control character (0x01) in it", '\u0001'),
            inserted("nul-character", "the good credential with a NUL in it", '\0'));

    private IllegalCharacters() {}

    private static Variant inserted(String name, String meaning, char c) {
        return Variant.ofCarriage(
                CarriageInfo.malformed(name, meaning)
                        .brokenMessage()
                        .changes("text")
                        .because(
                                "A header with a control character is not valid, and may not be repaired into a good one.",
                                "RFC 9110 section 5.5"),
                new Inserted(String.valueOf(c)));
    }
}
