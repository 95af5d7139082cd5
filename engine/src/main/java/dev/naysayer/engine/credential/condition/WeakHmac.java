package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.JWSAlgorithm;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The token is signed with a secret that anybody guesses. */
final class WeakHmac {

    static final List<CredentialCondition> VARIANTS = List.of(
            of(
                    "hmac-secret",
                    "a token signed by HS256 with the secret \"secret\"",
                    "What a program can guess in a second protects nothing.",
                    "secret"),
            of(
                    "hmac-empty-key",
                    "a token signed by HS256 with an empty secret",
                    "Where the secret was never set, anybody can sign.",
                    ""));

    private WeakHmac() {}

    private static CredentialCondition of(String name, String meaning, String why, String secret) {
        return Variant.of(
                ConditionInfo.of(JWT, name, meaning)
                        .needs(Need.JWT)
                        .changes("header alg", "signature")
                        .because(why, must(rfc(8725, "3.5"))),
                (good, forge) -> good.withHeader("alg", JWSAlgorithm.HS256.getName())
                        .signedBy(new Hmac(JWSAlgorithm.HS256, secret.getBytes(StandardCharsets.UTF_8))));
    }
}
