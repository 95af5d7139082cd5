package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.Set;

/**
 * The code is defined for just this, so another one says something else.
 *
 * <p>RFC 9470 defines it and obliges nobody to send it; that the error says why is a SHOULD of RFC 6750 section 3. So this rule is no more, and
 * stands in for {@link ErrorFitsCondition}.
 */
final class StepUpErrorCode implements Rule {

    private static final Set<String> CONDITIONS =
            Set.of("acr-zero", "auth-time-old", "weaker-login", "unnamed-login", "older-login", "undated-login");

    private static final RuleInfo INFO = rule("step-up-error-code", SHOULD, rfc(9470, "3"))
            .summary("A login that is too weak or too old is refused with a code of its own")
            .why("invalid_token sends a client for a new token, which says the same of the same login.")
            .clients("They refresh the token, are refused again, and never let the user log in once more.")
            .fix("Answer insufficient_user_authentication, with acr_values or max_age.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(ContractCase it) {
        return isAbout(it);
    }

    static boolean isAbout(ContractCase it) {
        return CONDITIONS.contains(it.condition().info().name());
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!concerns(it)) {
            return notApplicable("the rule is about other credentials");
        }
        if (it.declaresError()) {
            return notApplicable("the suite declares the error code itself");
        }
        if (StepUp.challenges(evidence).isEmpty()) {
            return notApplicable("there is no challenge for a token");
        }
        return StepUp.demands(evidence).isEmpty() ? violated(StepUp.CODE, evidence.fieldText()) : passed();
    }
}
