package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.util.List;

/** One bit of the signature is flipped. */
final class BadSignature {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofText(
            ConditionInfo.of(ConditionGroup.JWT, "bad-signature", "a token with one bit of its signature flipped")
                    .core()
                    .needs(Need.JWT)
                    .changes("signature")
                    .because("Whoever takes it takes any token that somebody made up.", must(rfc(8725, "3.3"))),
            BadSignature::flipped));

    private BadSignature() {}

    /** In the decoded bytes: the last character's spare bits may not matter, so a change there could change nothing. */
    private static String flipped(String jwt) throws NotObtainable, SourceFailed {
        JwtForge.read(jwt);
        int signatureAt = jwt.lastIndexOf('.') + 1;
        byte[] signature = new Base64URL(jwt.substring(signatureAt)).decode();
        if (signature.length == 0) {
            throw new NotObtainable("the good token has no signature", "a source of signed tokens");
        }
        signature[signature.length / 2] ^= 1;
        return jwt.substring(0, signatureAt) + Base64URL.encode(signature);
    }
}
