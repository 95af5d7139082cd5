package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** No standard has a status for it: another 4xx that asks for no log-in is told, and no more than that. */
final class CsrfFail403 implements FateRule {

    private static final RuleInfo INFO = rule("csrf-fail-403", SECURITY_ADVICE, asvs("3.5.1"))
            .summary("A request that may be forged is answered 403")
            .why(
                    "The session is good, so a 401 or a redirect asks for a log-in that helps nobody, and a 5xx wakes somebody at night.")
            .clients("On 401 they throw a good session away and log in again; on a 5xx they send the same again.")
            .fix(
                    "Answer 403 where the token against forged requests is missing or wrong, with a problem type of its own.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (it.condition().info().reach() != Reach.FORGERY) {
            return notApplicable("nothing speaks for a forged request");
        }
        if (it.declaresStatus()) {
            return notApplicable("the suite declares the status itself");
        }
        if (it.letsIn(evidence.status())) {
            return notApplicable("nothing was refused");
        }
        return switch (evidence.status()) {
            case 403 -> passed();
            case 429 -> notApplicable("429 speaks of no forged request");
            case 400, 422 -> violated("403", String.valueOf(evidence.status()), advice(asvs("3.5.1")));
            default -> violated("403", String.valueOf(evidence.status()));
        };
    }
}
