package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The token is good, and its user did not log in as the operation asks for. */
final class LoginStrength {

    static final String CODE = "insufficient_user_authentication";

    /** Level 0 of ISO 29115: OpenID Connect Core section 2 calls it unfit for anything of worth. */
    private static final String WEAKEST = "0";

    private static final String OTHER_SCOPE = "naysayer:nothing";

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                            refused(
                                            "weaker-login",
                                            "a good token of a weaker login than the operation asks for: its acr is 0")
                                    .core()
                                    .changes("claim acr")
                                    .because(
                                            "Whoever has only a password, or a stolen session, must not do what asks for more.",
                                            must(SpecReference.SUITE)),
                            ChangedClaim.to("acr", WEAKEST))
                    .except(LoginStrength::unasked),
            Variant.of(
                            refused(
                                            "unnamed-login",
                                            "a good token that does not say how its user logged in: without acr")
                                    .changes("claim acr")
                                    .because(
                                            "What nobody vouches for is no strong login; a check that is left out where the claim is missing is none.",
                                            must(SpecReference.SUITE)),
                            ChangedClaim.without("acr"))
                    .except(LoginStrength::unasked),
            Variant.of(
                            ConditionInfo.of(
                                            ConditionGroup.STEP_UP,
                                            "weaker-login-without-scope",
                                            "a token of a weaker login than the operation asks for, without the scope that it needs")
                                    .refused(401, 403)
                                    .errors(CODE, "insufficient_scope")
                                    .status(advice(rfc(9470, "3")))
                                    .changes("claim acr", "claim scope")
                                    .because(
                                            "Which of the two is told first is left to the API, and one challenge may tell both.",
                                            must(SpecReference.SUITE)),
                            (good, forge) -> good.withClaim("acr", WEAKEST).withClaim("scope", OTHER_SCOPE))
                    .except(operation -> operation.scopes().isEmpty()
                            ? "the suite names no scope that the operation needs"
                            : unasked(operation)));

    private LoginStrength() {}

    /** The standard shows the 401 in its examples only. */
    static ConditionInfo.Builder refused(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.STEP_UP, name, meaning)
                .refused(401)
                .errors(CODE)
                .status(advice(rfc(9470, "3")));
    }

    private static @Nullable String unasked(Operation operation) {
        List<String> acr = operation.login().acr();
        return acr.isEmpty() || acr.contains(WEAKEST) ? "the operation asks for no stronger login by 'acr'" : null;
    }
}
