package dev.naysayer.engine.rule;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;

/** No standard forbids to let these in; two readers of the same bytes may still see two different credentials. */
final class DoubtfulRefused implements Rule {

    private static final RuleInfo INFO = rule("doubtful-refused", SECURITY_ADVICE, rfc(9110, "17"))
            .summary("A credential that can be read in two ways is refused")
            .why("A proxy and an API that read it differently disagree about who is asking, which attackers use.")
            .clients(
                    "Honest clients never send this; a proxy in between may act on one reading and the API on the other.")
            .fix("Refuse with 400 what carries two credentials or one in a form that no client needs.");

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
        if (!it.condition().info().doubtful()) {
            return notApplicable("the credential reads in one way only");
        }
        if (it.declaresStatus()) {
            return notApplicable("the suite declares the status itself");
        }
        boolean refused = it.expectation().statuses().refusals().contains(evidence.status());
        return !refused && it.letsIn(evidence.status())
                ? violated(Words.or(it.expectation().statuses().refusals()), String.valueOf(evidence.status()))
                : passed();
    }
}
