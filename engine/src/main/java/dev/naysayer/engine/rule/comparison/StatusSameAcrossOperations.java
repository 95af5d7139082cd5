package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;

/** The way in is one; where operations refuse the same credential differently, each has its own check. */
final class StatusSameAcrossOperations implements AcrossOperations {

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
    public String expected() {
        return "one status for each condition";
    }

    @Override
    public String nothing() {
        return Operations.NOTHING_TO_COMPARE;
    }

    @Override
    public List<Look> looks(List<Answer> answers) {
        return Operations.refusals(answers).stream()
                .map(it -> Look.of(it.variation(), it.variation(), String.valueOf(it.status()), it.operation()))
                .toList();
    }
}
