package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.Liberty.Kind;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** Only a quote and a backslash need one. */
final class NoNeedlessQuotedPair implements Rule {

    private static final RuleInfo INFO = rule("no-needless-quoted-pair", SHOULD, rfc(9110, "5.6.4"))
            .summary("A backslash in quotes stands only where it is needed")
            .why("Clients that do not undo it show it, or compare another realm than was meant.")
            .clients("They keep the backslash, and find no stored password for such a realm.")
            .fix("Escape quotes and backslashes only.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        return ChallengeForm.judge(
                evidence, Kind.NEEDLESS_QUOTED_PAIR, "backslashes before quotes and backslashes only");
    }
}
