package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.util.List;

/** The end of the signature or of the payload is missing. */
final class CutToken {

    private static final int LENGTH = 10;

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofText(
                    ConditionInfo.of(
                                    JWT,
                                    "signature-truncated",
                                    "a token without the last ten characters of its signature")
                            .needs(Need.JWT)
                            .changes("signature")
                            .because(
                                    "A signature that is compared only as far as it goes can be guessed piece by piece.",
                                    must(rfc(8725, "3.3"))),
                    jwt -> cut(jwt, jwt.length())),
            Variant.ofText(
                    ConditionInfo.of(JWT, "payload-truncated", "a token without the last ten characters of its payload")
                            .refused(401, 400)
                            .errors("invalid_token", "invalid_request")
                            .needs(Need.JWT)
                            .changes("payload", "signature")
                            .because(
                                    "A token that lost a part on its way must be refused, and not with a crash.",
                                    must(rfc(8725, "3.3"))),
                    jwt -> cut(jwt, jwt.lastIndexOf('.'))));

    private CutToken() {}

    private static String cut(String jwt, int end) throws NotObtainable, SourceFailed {
        JwtForge.read(jwt);
        if (jwt.lastIndexOf('.', end - 1) >= end - LENGTH) {
            throw new NotObtainable("the good token is too short to be cut", "a source of signed tokens");
        }
        return jwt.substring(0, end - LENGTH) + jwt.substring(end);
    }
}
