package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** The status against the condition's own, whatever the suite declares; a 404 may hide the resource. */
final class InsufficientRightsGet403 implements FateRule {

    private static final RuleInfo INFO = rule("insufficient-rights-get-403", ADVICE, rfc(9110, "11.4"))
            .summary("A good credential without the right is answered 403, or 404 to hide what is there")
            .why("A 401 asks for another credential, and the next one lacks the same right.")
            .clients("On 401 they refresh and try again, in a loop where nothing stops them.")
            .fix("Look at rights after the credential, and answer 403 or, where nobody may know, 404.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (it.condition().info().reach() == Reach.FORGERY) {
            return notApplicable("who asks may do this, if it was they who asked");
        }
        if (!it.condition().info().expectation().statuses().refusals().equals(List.of(403))) {
            return notApplicable("it is not a right that is missing");
        }
        return switch (evidence.status()) {
            case 403, 404 -> passed();
            case 429 -> notApplicable("429 speaks of no right");
            default ->
                it.letsIn(evidence.status())
                        ? notApplicable("nothing was refused")
                        : violated("403 or 404", String.valueOf(evidence.status()), it.statusClause());
        };
    }
}
