package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Statuses;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import dev.naysayer.engine.standard.Level;
import java.util.Set;

/**
 * The status against the condition's own, whatever the suite declares.
 *
 * <p>A suite declares what its API does; whether that is right, nobody would tell it otherwise.
 */
final class BadCredentialsGet401 implements FateRule {

    private static final RuleInfo INFO = rule("bad-credentials-get-401", SHOULD, rfc(9110, "11.4"))
            .summary("A missing or bad credential is answered 401, whatever the scheme")
            .why("Only 401 says that another credential helps; after a 403 or 404 nobody logs in again.")
            .clients("On 401 they get another credential, or ask for one; on any other status they give up.")
            .fix("Answer 401 with a challenge, and keep 403 for good credentials that lack a right.");

    /** Too much, too large, too many: whoever says so has not looked at the credential. */
    private static final Set<Integer> OF_THE_MESSAGE = Set.of(408, 413, 414, 421, 429, 431);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        Statuses expected = it.condition().info().expectation().statuses();
        if (!expected.refusals().contains(401) || it.statusClause().level() == Level.MAY) {
            return notApplicable("the condition asks for no 401");
        }
        if (it.saysHowThisCredentialIsRefused()) {
            return notApplicable("another credential says who asks, and the suite says how this one is refused");
        }
        if (it.isGuarded() && evidence.status() == 403) {
            return notApplicable("the guard against forged requests may have answered first");
        }
        if (it.condition().info().group() == ConditionGroup.STEP_UP
                && !StepUp.demands(evidence).isEmpty()) {
            return notApplicable("another authentication is asked for, and a rule of its own judges with which status");
        }
        if (it.letsIn(evidence.status())) {
            return notApplicable("nothing was refused");
        }
        if (OF_THE_MESSAGE.contains(evidence.status())) {
            return notApplicable(evidence.status() + " speaks of no credential");
        }
        return expected.refusals().contains(evidence.status())
                ? passed()
                : violated(Words.or(expected.refusals()), String.valueOf(evidence.status()), it.statusClause());
    }
}
