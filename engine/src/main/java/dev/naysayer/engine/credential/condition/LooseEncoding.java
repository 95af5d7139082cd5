package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.jwt.JwtForge;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;

/** The good token has characters in it that do not belong there, and that loose decoders overlook. */
final class LooseEncoding {

    private static final SpecReference SOURCE = rfc(7515, "5.2");
    private static final String WHY = "A token that can be written in many ways slips past lists of revoked ones.";

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofText(
                    words("padded-segments", "a good token with base64 padding behind its signature")
                            .acceptedOrRefused(401, 400)
                            .because(WHY, securityAdvice(SOURCE)),
                    LooseEncoding::padded),
            Variant.ofText(
                    words("blank-inside", "a good token with a blank inside its signature")
                            .refused(401, 400)
                            .because(WHY, must(SOURCE)),
                    jwt -> broken(jwt, " ")),
            Variant.of(
                    words("newline-inside", "a good token with a line feed inside its signature")
                            .brokenMessage()
                            .refused(401, 400)
                            .because(
                                    "A line feed in a header field can smuggle in another field.",
                                    must(rfc(9110, "5.5"))),
                    jwt -> broken(jwt, "\n"),
                    presentation -> presentation.declared().sentVerbatim()));

    private LooseEncoding() {}

    private static ConditionInfo.Builder words(String name, String meaning) {
        return ConditionInfo.of(JWT, name, meaning)
                .needs(Need.JWT)
                .errors("invalid_token", "invalid_request")
                .changes("form");
    }

    /** Only the signature: the other segments are signed as they are written, so that padding would spoil it. */
    private static String padded(String jwt) throws NotObtainable, SourceFailed {
        JwtForge.read(jwt);
        int missing = -(jwt.length() - jwt.lastIndexOf('.') - 1) & 3;
        if (missing == 0) {
            throw new NotObtainable(
                    "the good token's signature needs no padding", "a key of another size, or leave this scenario out");
        }
        return jwt + "=".repeat(missing);
    }

    private static String broken(String jwt, String by) throws NotObtainable, SourceFailed {
        JwtForge.read(jwt);
        int middle = (jwt.lastIndexOf('.') + 1 + jwt.length()) / 2;
        return jwt.substring(0, middle) + by + jwt.substring(middle);
    }
}
