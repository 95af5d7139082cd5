package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Fate;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import dev.naysayer.engine.standard.Level;
import java.util.EnumSet;
import java.util.Set;

/** No standard forbids to let these in, and each has a clause by which an API does better to refuse it. */
final class DoubtfulRefused implements FateRule {

    private static final RuleInfo INFO = rule("doubtful-refused", SECURITY_ADVICE, rfc(9110, "17"))
            .summary("A credential that an API may let in, and does better to refuse, is refused")
            .why("A proxy and an API that read it differently disagree about who is asking, which attackers use.")
            .clients("Honest clients have no need to send this, and those that do come to rely on it.")
            .fix(
                    "Refuse what no client needs to send, or declare in the suite that it may get through, and why: 'status: 2xx' with 'because: …'.");

    private static final Set<Level> SILENT = EnumSet.of(Level.MUST, Level.MAY);

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
        if (it.condition().info().positive() || SILENT.contains(it.admission().level())) {
            return notApplicable("there is no doubt about the credential");
        }
        if (it.declaresAdmission()) {
            return notApplicable("the suite lets the credential in");
        }
        if (Fate.isOpen(it, evidence)) {
            return notApplicable(Fate.OPEN);
        }
        return Fate.gotThrough(it, evidence)
                ? violated(
                        Words.or(it.condition().info().expectation().statuses().refusals()),
                        Fate.words(evidence.status()),
                        it.admission())
                : passed();
    }
}
