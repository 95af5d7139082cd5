package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.TokenNeed;
import java.util.List;

/** A good client asks for a token by a refresh token that is not good for it (RFC 6749 section 6). */
final class WrongRefreshToken {

    private static final String REFRESH_TOKEN = "refresh_token";

    static final List<CredentialCondition> VARIANTS = List.of(
            Formed.with(
                    of("unknown-refresh-token", "a made-up refresh token")
                            .core()
                            .refused(400)
                            .errors("invalid_grant", "unauthorized_client", "unsupported_grant_type")
                            .because("A refresh token that nobody was given is worth nothing.", must(rfc(6749, "6"))),
                    form -> form.where("grant_type", REFRESH_TOKEN)
                            .without("scope")
                            .without(WrongCode.CODE)
                            .without("redirect_uri")
                            .without("code_verifier")
                            .where(REFRESH_TOKEN, "naysayer-made-up")),
            Variant.of(
                            of(
                                            "refresh-token-of-another-client",
                                            "a second good client with the refresh token of the first")
                                    .refused(400)
                                    .needs(Need.OTHER_CLIENT)
                                    .errors("invalid_grant", "unauthorized_client")
                                    .changes("credential")
                                    .because(
                                            "Any client of the server could live on what it got hold of, and act for the user.",
                                            must(rfc(6749, "6"))),
                            TokenNeed.Kind.OTHER_CLIENT)
                    .except(Formed.having(REFRESH_TOKEN)),
            Formed.afterItself(of("refresh-token-reused", "the good request a second time, with the same refresh token")
                            .acceptedOrRefused(400)
                            .errors("invalid_grant")
                            .changes("repetition")
                            .because(
                                    "A server may keep a refresh token or change it each time, and then says so by its code.",
                                    may(rfc(6749, "6"))))
                    .except(Formed.having(REFRESH_TOKEN)));

    private WrongRefreshToken() {}

    /** That it is 400 is said without a keyword. */
    private static ConditionInfo.Builder of(String name, String meaning) {
        return Formed.of(ConditionGroup.TOKEN_ENDPOINT, name, meaning).status(advice(rfc(6749, "5.2")));
    }
}
