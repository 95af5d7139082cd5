package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;

/** The code against the suite. */
final class ErrorAsDeclared implements Rule {

    private static final RuleInfo INFO = rule("error-as-declared", MUST, SpecReference.SUITE)
            .summary("The error code is the one that the suite declares")
            .why("Clients decide from this code whether to get another credential, ask for more rights, or give up.")
            .clients("They look the code up in a table of those that the contract names, and treat any other as fatal.")
            .fix("Send the code that the suite declares, or change the contract with its clients.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.of(it.promise().errors());
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        return it.declaresError()
                ? ErrorCode.judge(it, evidence)
                : notApplicable("the suite leaves the error code to the standard");
    }
}
