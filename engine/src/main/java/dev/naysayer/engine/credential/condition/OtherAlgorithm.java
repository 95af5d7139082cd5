package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.JWSAlgorithm;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.Signing;
import java.util.List;
import java.util.Map;

/** The trusted key signed, but by another algorithm than the API expects. */
final class OtherAlgorithm {

    static final List<CredentialCondition> VARIANTS = List.of(
            of(
                    "alg-other-hash",
                    "a token signed with the trusted RSA key and another hash",
                    Map.of(
                            JWSAlgorithm.RS256, JWSAlgorithm.RS512,
                            JWSAlgorithm.RS384, JWSAlgorithm.RS512,
                            JWSAlgorithm.RS512, JWSAlgorithm.RS256,
                            JWSAlgorithm.PS256, JWSAlgorithm.PS512,
                            JWSAlgorithm.PS384, JWSAlgorithm.PS512,
                            JWSAlgorithm.PS512, JWSAlgorithm.PS256)),
            of(
                    "alg-other-padding",
                    "a token signed with the trusted RSA key and the other padding",
                    Map.of(
                            JWSAlgorithm.RS256, JWSAlgorithm.PS256,
                            JWSAlgorithm.RS384, JWSAlgorithm.PS384,
                            JWSAlgorithm.RS512, JWSAlgorithm.PS512,
                            JWSAlgorithm.PS256, JWSAlgorithm.RS256,
                            JWSAlgorithm.PS384, JWSAlgorithm.RS384,
                            JWSAlgorithm.PS512, JWSAlgorithm.RS512)));

    private OtherAlgorithm() {}

    private static CredentialCondition of(String name, String meaning, Map<JWSAlgorithm, JWSAlgorithm> others) {
        ConditionInfo info = ConditionInfo.of(JWT, name, meaning)
                .changes("header alg")
                .because(
                        "Only an API that takes no algorithm but its own cannot be talked into a weaker one.",
                        must(rfc(8725, "3.1")));
        return Variant.of(info, (good, forge) -> {
            JWSAlgorithm other = others.get(forge.trustedKey().algorithm());
            if (other == null) {
                throw new NotObtainable(
                        "the key that the API trusts is no RSA key",
                        "'mint' with an RSA key, or leave this scenario out");
            }
            return good.withHeader("alg", other.getName()).signedBy(new Signing.Trusted(other));
        });
    }
}
