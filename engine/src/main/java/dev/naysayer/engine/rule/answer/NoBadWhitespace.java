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

/** Recipients have to read it, and many do not. */
final class NoBadWhitespace implements Rule {

    private static final RuleInfo INFO = rule("no-bad-whitespace", MUST, rfc(9110, "5.6.3"))
            .summary("No blank stands beside an equals sign")
            .why("Parsers that split at the equals sign take the blank for a part of the name or value.")
            .clients("They look for realm and find a parameter whose name ends in a blank.")
            .fix("Write name, equals sign and value without blanks between them.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        return ChallengeForm.judge(evidence, Kind.BAD_WHITESPACE, "name and value with nothing but \"=\" between them");
    }
}
