package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** How binding it is depends on the spelling: the condition has the clause. */
final class GoodCredentialLetIn implements FateRule {

    private static final RuleInfo INFO = rule("good-credential-let-in", MUST, rfc(6750, "2.1"))
            .summary("A good credential gets through, however it is spelt")
            .why("A client that does what the standard allows is locked out, and its credential is blamed.")
            .clients("They take a good credential for a bad one, fetch another, and are refused again.")
            .fix("Read credentials as the standard spells them, with a library rather than with a pattern.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.because(it.condition().info().why());
    }

    @Override
    public boolean concerns(ContractCase it) {
        return it.condition().info().positive();
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!it.isAcceptable()) {
            return notApplicable("the suite wants this credential refused");
        }
        return it.letsIn(evidence.status())
                ? passed()
                : violated(it.operation().control().expected(), String.valueOf(evidence.status()), it.admission());
    }
}
