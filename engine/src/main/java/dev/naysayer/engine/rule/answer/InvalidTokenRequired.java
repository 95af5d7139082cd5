package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/**
 * Stricter than {@link ErrorFitsCondition}: a MUST, and the suite cannot declare another code.
 *
 * <p>What is no JWT any more has a choice of codes (RFC 6750 section 3.1), so only conditions with this one code count.
 */
final class InvalidTokenRequired implements Rule {

    private static final RuleInfo INFO = rule("invalid-token-required", MUST, rfc(9068, "4"), "rfc9068")
            .summary("A JWT that fails a check is answered with invalid_token")
            .why("Without the code a token that went bad looks like one that is missing, and nobody renews it.")
            .clients("They refresh on invalid_token only; on anything else they give up or ask for a login.")
            .fix("Let every check of the token, whichever fails, end in the same invalid_token.");

    private static final String CODE = "invalid_token";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (it.condition().info().group() != ConditionGroup.JWT
                || !it.condition().info().expectation().errors().equals(List.of(CODE))) {
            return notApplicable("no check of a JWT fails");
        }
        String scheme = it.scheme().challengeScheme();
        if (evidence.challenges(scheme).isEmpty()) {
            return notApplicable("there is no challenge of the scheme");
        }
        return evidence.errors(scheme).equals(List.of(CODE))
                ? passed()
                : violated("error=\"%s\"".formatted(CODE), evidence.fieldText());
    }
}
