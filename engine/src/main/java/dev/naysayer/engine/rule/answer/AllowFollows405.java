package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** An empty Allow is one, too: it says that no method is allowed. */
final class AllowFollows405 implements Rule {

    private static final RuleInfo INFO = rule("allow-follows-405", MUST, rfc(9110, "15.5.6"))
            .summary("A 405 says which methods are allowed")
            .why("Without Allow a developer has to guess what the resource can do.")
            .clients("Tools that offer only what is allowed offer nothing, and some take the answer for a broken one.")
            .fix("Send Allow with every 405; most frameworks do, if the error handler leaves it alone.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() != 405) {
            return notApplicable("the status is " + evidence.status());
        }
        return evidence.response().headers("Allow").isEmpty()
                ? violated("an Allow field", evidence.fieldText("Allow"))
                : passed();
    }
}
