package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Fate;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;

/** The status against the suite; where the suite is silent, nothing is declared. */
final class StatusAsDeclared implements FateRule {

    private static final RuleInfo INFO = rule("status-as-declared", MUST, SpecReference.SUITE)
            .summary("The status is the one that the contract declares")
            .why(
                    "Clients decide by the status whether to get another credential, ask for more rights, or give up; another status sends them the wrong way.")
            .clients(
                    "On 401 they get another credential, on 403 they ask for rights, on any other status they give up.")
            .fix("Answer with the status that the contract declares, or declare the one that is meant.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.of(it.promise().statuses());
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!it.declaresStatus()) {
            return notApplicable("the suite leaves the status to the standards");
        }
        if (isOfProfile(it) && !it.condition().info().authenticates() && Fate.isOpen(it, evidence)) {
            return notApplicable(Fate.OPEN);
        }
        return it.expects(evidence.status())
                ? passed()
                : violated(it.expectedStatuses(), String.valueOf(evidence.status()));
    }

    private static boolean isOfProfile(ContractCase it) {
        Declared<Statuses> declared = it.promise().statuses();
        return declared != null && declared.profile() != null;
    }
}
