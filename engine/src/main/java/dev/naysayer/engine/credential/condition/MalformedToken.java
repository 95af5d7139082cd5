package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.util.List;

/** The token is no JWT any more, though its characters are legal. */
final class MalformedToken {

    // RFC 6750 section 3.1 has "malformed" under invalid_token and "otherwise malformed" under invalid_request.
    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofText(
            ConditionInfo.of(ConditionGroup.JWT, "malformed-token", "a token that is no JWT: its dots are gone")
                    .core()
                    .needs(Need.JWT)
                    .refused(401, 400)
                    .errors("invalid_token", "invalid_request")
                    .changes("form")
                    .because(
                            "What cannot be read cannot be believed; the standard has it under two codes.",
                            must(rfc(7519, "7.2"))),
            MalformedToken::withoutDots));

    private MalformedToken() {}

    private static String withoutDots(String jwt) throws SourceFailed {
        JwtForge.read(jwt);
        return jwt.replace('.', '-');
    }
}
