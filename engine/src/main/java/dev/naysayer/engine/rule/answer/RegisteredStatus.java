package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Registered;

/** The status stands in the IANA registry. */
final class RegisteredStatus implements Rule {

    private static final RuleInfo INFO = rule("registered-status", MUST, rfc(9205, "4.6"))
            .summary("The status is a registered one")
            .why("Nobody but the author knows what an invented status means, and a proxy may replace it.")
            .clients(
                    "They take a status that they do not know for the first of its hundred: 498 for a plain 400, which nobody retries with another credential.")
            .fix("Answer with a registered status, and say the rest in the challenge or the body.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        return Registered.STATUSES.contains(evidence.status())
                ? passed()
                : violated("a status that IANA has registered", String.valueOf(evidence.status()));
    }
}
