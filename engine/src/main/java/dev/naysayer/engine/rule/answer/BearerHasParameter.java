package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** RFC 9449 shows a bare {@code Bearer} in an example (section 7.2), which takes nothing back of the MUST. */
final class BearerHasParameter implements Rule {

    private static final RuleInfo INFO = rule("bearer-has-parameter", MUST, rfc(6750, "3"))
            .summary("A Bearer challenge says more than its name")
            .why("A bare Bearer does not even tell which API asks, so a person with several tokens cannot choose.")
            .clients("Some parsers expect a parameter and drop the challenge; none can pick a token by realm.")
            .fix("Add at least a realm to the challenge.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<Challenge> challenges = evidence.challenges("Bearer");
        if (challenges.isEmpty()) {
            return notApplicable("there is no Bearer challenge");
        }
        return challenges.stream().anyMatch(challenge -> challenge.params().isEmpty())
                ? violated("a parameter behind Bearer, such as realm", evidence.fieldText())
                : passed();
    }
}
