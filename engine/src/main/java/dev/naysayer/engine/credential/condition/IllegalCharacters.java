package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.standard.Clause;
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
                                    Protection::refused),
                    good -> good.showing("abc{}").declared()),
            inserted(
                    // A recipient may keep such a character (RFC 9110 section 5.5).
                    CarriageInfo.malformed(
                                    "control-character", "the good credential with a control character (0x01) in it")
                            .acceptedOrRefused(400, 401),
                    '\u0001',
                    securityAdvice(rfc(9110, "5.5"))),
            inserted(
                    CarriageInfo.malformed("nul-character", "the good credential with a NUL in it"),
                    '\0',
                    must(rfc(9110, "5.5"))));

    private IllegalCharacters() {}

    private static Variant inserted(ConditionInfo.Builder words, char c, Clause clause) {
        return Variant.ofCarriage(
                words.brokenMessage()
                        .changes("text")
                        .because(
                                "A header with a control character is not valid, and may not be repaired into a good one.",
                                clause),
                new Inserted(String.valueOf(c)));
    }
}
