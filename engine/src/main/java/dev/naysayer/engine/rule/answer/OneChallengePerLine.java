package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.Liberty.Kind;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** The standard allows both, and warns of one. */
final class OneChallengePerLine implements Rule {

    private static final RuleInfo INFO = rule("one-challenge-per-line", ADVICE, rfc(9110, "11.6.1"))
            .summary("Each challenge has a field line of its own")
            .why("One comma parts challenges and parameters alike, and many parsers do not tell them apart.")
            .clients("They see the first challenge only, or take the second scheme for a parameter of the first.")
            .fix("Send one WWW-Authenticate line for each challenge.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        return ChallengeForm.judge(evidence, Kind.FURTHER_CHALLENGE, "one field line for each challenge");
    }
}
