package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.util.List;
import java.util.function.UnaryOperator;

/** Nothing, or nothing but zeros, stands where the signature belongs. */
final class NoSignature {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofText(
                    ConditionInfo.of(JWT, "signature-empty", "a token whose signature is empty")
                            .core()
                            .needs(Need.JWT)
                            .changes("signature")
                            .because(
                                    "Where nothing is compared, everything is equal, and anybody can write tokens.",
                                    must(rfc(8725, "3.3"))),
                    jwt -> with(jwt, length -> 0)),
            Variant.ofText(
                    ConditionInfo.of(JWT, "signature-zero", "a token whose signature consists of zero bytes")
                            .needs(Need.JWT)
                            .changes("signature")
                            .because(
                                    "A buffer that was never filled holds zeros too, and must not pass for a signature.",
                                    must(rfc(8725, "3.3"))),
                    jwt -> with(jwt, UnaryOperator.identity())));

    private NoSignature() {}

    private static String with(String jwt, UnaryOperator<Integer> length) throws NotObtainable, SourceFailed {
        JwtForge.read(jwt);
        int signatureAt = jwt.lastIndexOf('.') + 1;
        int good = new Base64URL(jwt.substring(signatureAt)).decode().length;
        if (good == 0) {
            throw new NotObtainable("the good token has no signature", "a source of signed tokens");
        }
        return jwt.substring(0, signatureAt) + Base64URL.encode(new byte[length.apply(good)]);
    }
}
