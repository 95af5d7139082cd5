package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.standard.Clause;
import java.util.List;

/** Tokens that only their issuer can give, and that are of no use at this API. */
final class CapturedToken {

    static final List<CredentialCondition> VARIANTS = List.of(
            of(
                    "refresh-token",
                    "a refresh token in the place of an access token",
                    "A refresh token lives long, and is for the issuer's eyes only.",
                    must(rfc(8725, "3.12"))),
            Variant.of(
                    ConditionInfo.of(JWT, "revoked-token", "a token that was good until its issuer revoked it")
                            .needs(Need.REVOCATION)
                            // A token that is read by itself cannot tell that it was revoked (RFC 7009 section 3).
                            .acceptedOrRefused(401)
                            .changes("revocation")
                            .because(
                                    "A user who logs out, or whose token was stolen, counts on this.",
                                    securityAdvice(rfc(6750, "3.1"))),
                    TokenNeed.Kind.REVOKED),
            of(
                    "token-of-another-environment",
                    "a good token of another environment, such as staging",
                    "Otherwise whatever is allowed there is allowed in production too.",
                    must(rfc(8725, "3.8"))));

    private CapturedToken() {}

    private static CredentialCondition of(String name, String meaning, String why, Clause clause) {
        return Variant.of(
                ConditionInfo.of(JWT, name, meaning)
                        .needs(Need.CAPTURED_TOKEN)
                        .changes("credential")
                        .because(why, clause),
                TokenNeed.Kind.CAPTURED);
    }
}
