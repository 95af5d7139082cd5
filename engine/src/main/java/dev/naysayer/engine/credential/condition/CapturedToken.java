package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.TokenNeed;
import java.util.List;

/** Tokens that only their issuer can give, and that are of no use at this API. */
final class CapturedToken {

    static final List<CredentialCondition> VARIANTS = List.of(
            of(
                    "refresh-token",
                    "a refresh token in the place of an access token",
                    "A refresh token lives long, and is for the issuer's eyes only.",
                    "RFC 8725 section 3.12"),
            Variant.of(
                    ConditionInfo.of(JWT, "revoked-token", "a token that was good until its issuer revoked it")
                            .needs(Need.REVOCATION)
                            .changes("revocation")
                            .because(
                                    "A user who logs out, or whose token was stolen, counts on this.",
                                    "RFC 7009 section 2.1"),
                    TokenNeed.Kind.REVOKED),
            of(
                    "token-of-another-environment",
                    "a good token of another environment, such as staging",
                    "Otherwise whatever is allowed there is allowed in production too.",
                    "RFC 9068 section 4"));

    private CapturedToken() {}

    private static CredentialCondition of(String name, String meaning, String why, String source) {
        return Variant.of(
                ConditionInfo.of(JWT, name, meaning)
                        .needs(Need.CAPTURED_TOKEN)
                        .changes("credential")
                        .because(why, source),
                TokenNeed.Kind.CAPTURED);
    }
}
