package dev.naysayer.engine.rule;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;

/** A request whose token does not enable access has to be answered by a challenge; neither a 2xx nor a 3xx is one. */
final class RefusalRefuses implements Rule {

    private static final RuleInfo INFO = rule("refusal-refuses", MUST, rfc(6750, "3"))
            .summary("A bad credential gets neither the resource nor a redirect")
            .why(
                    "Whatever the credential protects is open to everybody, or a client follows the redirect to a login page and takes its HTML for data.")
            .clients("They take the answer for data: a page of HTML, or what somebody else owns.")
            .fix(
                    "Check credentials before everything else, and answer API calls with a status, never with a redirect.");

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
        if (it.isAcceptable()) {
            return notApplicable("the API may let this credential in");
        }
        int status = evidence.status();
        boolean nothingServed = it.condition().info().reach() == Reach.CONNECTION && status >= 300;
        if (nothingServed || it.expectation().statuses().refusals().contains(status)) {
            return passed();
        }
        if (status < 400) {
            return violated("a refusal, 4xx", String.valueOf(status));
        }
        return it.letsIn(status) ? violated("a refusal", status + ", as the good credential") : passed();
    }
}
