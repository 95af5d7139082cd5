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

/** The claims were changed, and the signature was kept. */
final class TamperedPayload {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofText(
            ConditionInfo.of(JWT, "payload-tampered", "a token in which the subject was changed after signing")
                    .core()
                    .needs(Need.JWT)
                    .changes("claim sub", "signature")
                    .because("Otherwise whoever has one token can become any user.", must(rfc(6750, "5.2"))),
            TamperedPayload::tampered));

    private TamperedPayload() {}

    private static String tampered(String jwt) throws NotObtainable, SourceFailed {
        String claims =
                JwtForge.read(jwt).withClaim("sub", "naysayer-somebody-else").claimsText();
        return jwt.substring(0, jwt.indexOf('.') + 1) + Base64URL.encode(claims) + jwt.substring(jwt.lastIndexOf('.'));
    }
}
