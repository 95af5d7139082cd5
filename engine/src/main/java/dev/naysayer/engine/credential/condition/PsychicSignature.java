package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.jwt.Signing;
import java.util.HexFormat;
import java.util.List;

/** An ECDSA signature of zeros, which broken verifiers take for every token. */
final class PsychicSignature {

    static final List<CredentialCondition> VARIANTS = List.of(
            of(words("psychic-signature", "64 zero bytes").core(), new byte[64]),
            of(
                    words("psychic-signature-der", "two zeros in DER"),
                    HexFormat.of().parseHex("3006020100020100")));

    private PsychicSignature() {}

    private static ConditionInfo.Builder words(String name, String form) {
        return ConditionInfo.of(JWT, name, "a token with alg ES256 and a signature of zeros: " + form);
    }

    private static CredentialCondition of(ConditionInfo.Builder words, byte[] signature) {
        return Variant.of(
                words.needs(Need.JWT)
                        .changes("header alg", "signature")
                        .because(
                                "Java 15 to 18 took this signature for any token and any key.", must(rfc(8725, "3.3"))),
                (good, forge) -> good.withHeader("alg", "ES256").signedBy((Signing.Forged) input -> signature.clone()));
    }
}
