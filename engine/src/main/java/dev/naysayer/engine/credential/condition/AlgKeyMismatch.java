package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.JWSAlgorithm;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.util.List;

/** The algorithm does not belong to the type of the key that the header names. */
final class AlgKeyMismatch {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.of(
            ConditionInfo.of(
                            JWT,
                            "alg-key-mismatch",
                            "a token whose alg belongs to another type of key than its kid, ES256 for an RSA key")
                    .needs(Need.JWT)
                    .changes("header alg", "signature")
                    .because(
                            "A key that is used by an algorithm it was not made for makes an API crash, or believe.",
                            must(rfc(8725, "3.1"))),
            AlgKeyMismatch::mismatched));

    private AlgKeyMismatch() {}

    private static JwtDraft mismatched(JwtDraft good, JwtForge forge) throws NotObtainable {
        boolean isEc = JWSAlgorithm.Family.EC.contains(good.algorithm());
        JWSAlgorithm other = isEc ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
        return good.withHeader("alg", other.getName()).signedBy(ForeignKeys.of(other));
    }
}
