package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.Liberty.Kind;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** A comma too many, which recipients have to skip. */
final class NoEmptyListMembers implements Rule {

    private static final RuleInfo INFO = rule("no-empty-list-members", MUST, rfc(9110, "5.6.1"))
            .summary("No comma of the challenge is one too many")
            .why("Parsers that split at commas find a member without name or value.")
            .clients("Some skip the empty member, some fail with an exception of their own.")
            .fix("Join the parts with commas; do not end each with one.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        return ChallengeForm.judge(evidence, Kind.EMPTY_MEMBER, "a comma only between two members");
    }
}
