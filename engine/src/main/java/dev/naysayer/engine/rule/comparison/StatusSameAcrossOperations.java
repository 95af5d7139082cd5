package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;

/** The way in is one; where operations refuse the same credential differently, each has its own check. */
final class StatusSameAcrossOperations implements Comparison {

    private static final RuleInfo INFO = rule(
                    "status-same-across-operations",
                    SECURITY_ADVICE,
                    new SpecReference(
                            "OWASP API Security Top 10 2023 section API5",
                            "https://owasp.org/API-Security/editions/2023/en/0xa5-broken-function-level-authorization/"))
            .summary("The same bad credential gets the same status from every operation")
            .why("Where each operation checks for itself, one of them forgets, and the next one will.")
            .clients("They need another way of handling the same mistake for each operation.")
            .fix("Check credentials in one place, before requests are handed to operations.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return Operations.sharesACondition(planned);
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> refusals = Operations.comparable(answers);
        return refusals.isEmpty()
                ? Verdict.notApplicable(Operations.NOTHING_TO_COMPARE)
                : Differing.verdict(
                        "one status for each condition",
                        Differing.lines(
                                refusals, Answer::condition, it -> String.valueOf(it.status()), Answer::operation));
    }
}
