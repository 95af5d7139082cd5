package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import java.util.List;

/** The status against the condition's own, where neither 401 nor 403 is what is right. */
final class StatusFitsCondition implements FateRule {

    private static final RuleInfo INFO = rule("status-fits-condition", SHOULD, rfc(6750, "3.1"))
            .summary("The status says what is wrong with the credential or the request")
            .why("Clients decide by the status what to do next; another status sends them the wrong way.")
            .clients("On 401 they get another credential, on 400 and 431 they mend the request, on 429 they wait.")
            .fix("Map each reason for a refusal to its status, in the place where it is detected.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.because(it.condition().info().why());
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (it.declaresStatus()) {
            return notApplicable("the suite declares the status itself");
        }
        List<Integer> right = it.expectation().statuses().refusals();
        if (right.isEmpty()) {
            return notApplicable("the credential is good, so how it was refused does not matter");
        }
        if (right.contains(401) || right.contains(403)) {
            return notApplicable("the rules about 401 and 403 judge it");
        }
        return it.letsIn(evidence.status()) || right.contains(evidence.status())
                ? passed()
                : violated(Words.or(right), String.valueOf(evidence.status()), it.statusClause());
    }
}
