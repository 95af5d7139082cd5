package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.TokenNeed;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A good client asks for a token by a code that is not good for it (RFC 6749 section 4.1.3, RFC 7636 section 4.6). */
final class WrongCode {

    static final String CODE = "code";

    private static final String VERIFIER = "code_verifier";

    /** As long as a verifier has to be (RFC 7636 section 4.1). */
    private static final String MADE_UP_VERIFIER = "naysayer-made-up-naysayer-made-up-naysayer-made-up";

    private static final String PKCE =
            "Whoever steals a code on its way to the app redeems it, which PKCE is there against.";

    static final List<CredentialCondition> VARIANTS = List.of(
            Formed.with(
                    of("unknown-code", "a made-up authorization code")
                            .core()
                            .errors("invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_request")
                            .because("A code that nobody was given is worth nothing.", must(rfc(6749, "4.1.3"))),
                    form -> form.where("grant_type", "authorization_code")
                            .without("scope")
                            .without("refresh_token")
                            .where(CODE, "naysayer-made-up")
                            .or("redirect_uri", "https://client.example/callback")
                            .or(VERIFIER, MADE_UP_VERIFIER)),
            Variant.of(
                            of("code-of-another-client", "a second good client with the code of the first")
                                    .needs(Need.OTHER_CLIENT)
                                    .errors("invalid_grant", "unauthorized_client")
                                    .changes("credential")
                                    .because(
                                            "Any client of the server could redeem what it got hold of, and act for the user.",
                                            must(rfc(6749, "4.1.3"))),
                            TokenNeed.Kind.OTHER_CLIENT)
                    .except(Formed.having(CODE)),
            Formed.afterItself(of("code-reused", "the good request a second time, with the code that it used up")
                            .changes("repetition")
                            .because(
                                    "A code stands in URLs and logs, where it is found once its client has used it.",
                                    must(rfc(6749, "4.1.2"))))
                    .except(Formed.having(CODE)),
            Formed.with(
                            of("other-redirect-uri", "a good code with another redirect_uri than it was sent to")
                                    .because(
                                            "Who had the code sent elsewhere could have it redeemed by the real client.",
                                            must(rfc(6749, "4.1.3"))),
                            form -> form.where("redirect_uri", "https://client.example/naysayer-made-up"))
                    .except(both("redirect_uri")),
            Formed.with(
                            of("wrong-code-verifier", "a good code with a made-up code_verifier")
                                    .because(PKCE, must(rfc(7636, "4.6"))),
                            form -> form.where(VERIFIER, MADE_UP_VERIFIER))
                    .except(both(VERIFIER)),
            Formed.with(
                            of("missing-code-verifier", "a good code without its code_verifier")
                                    .errors("invalid_grant", "invalid_request")
                                    .because(PKCE, must(rfc(7636, "4.6"))),
                            form -> form.without(VERIFIER))
                    .except(both(VERIFIER)),
            Formed.with(
                            of(
                                            "needless-code-verifier",
                                            "a code_verifier with a code that was asked for without a challenge")
                                    .acceptedOrRefused(400)
                                    .errors("invalid_grant", "invalid_request")
                                    .because(
                                            "Who takes the challenge out of the app's request has switched PKCE off.",
                                            securityAdvice(rfc(9700, "2.1.1"))),
                            form -> form.with(VERIFIER, MADE_UP_VERIFIER))
                    .except(WrongCode::hasVerifier));

    private WrongCode() {}

    /** That it is 400 is said without a keyword. */
    private static ConditionInfo.Builder of(String name, String meaning) {
        return Formed.of(ConditionGroup.TOKEN_ENDPOINT, name, meaning)
                .refused(400)
                .errors("invalid_grant")
                .status(advice(rfc(6749, "5.2")));
    }

    private static Function<Operation, @Nullable String> both(String name) {
        return operation -> {
            String without = Formed.having(CODE).apply(operation);
            return without == null ? Formed.having(name).apply(operation) : without;
        };
    }

    private static @Nullable String hasVerifier(Operation operation) {
        return Formed.having(VERIFIER).apply(operation) == null
                ? "the code was asked for with a challenge"
                : Formed.having(CODE).apply(operation);
    }
}
