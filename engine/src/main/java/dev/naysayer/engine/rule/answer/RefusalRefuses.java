package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Fate;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Level;

/**
 * What must not get through has not got through.
 *
 * <p>It is said of each credential that some clause forbids to let in, and has that clause; where a rule about just such
 * credentials is broken too, that one speaks.
 */
final class RefusalRefuses implements FateRule {

    private static final RuleInfo INFO = rule("refusal-refuses", MUST, rfc(6750, "3"))
            .summary("A bad credential does not open the operation")
            .why("Whatever the credential protects is open to everybody who sends one like it.")
            .clients(
                    "They take what somebody else owns for their own data, and never notice that their credential is bad.")
            .fix("Check the credential before everything else, and serve nothing before the check has ended.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.of(it.condition().info());
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (it.isAcceptable() || it.admission().level() != Level.MUST) {
            return notApplicable("the API may let this credential in");
        }
        return Fate.gotThrough(it, evidence)
                ? violated("a refusal", Fate.words(evidence.status()), it.admission())
                : passed();
    }
}
