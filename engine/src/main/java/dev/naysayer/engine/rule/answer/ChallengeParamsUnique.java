package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** Names are compared without regard to case. */
final class ChallengeParamsUnique implements Rule {

    private static final RuleInfo INFO = rule("challenge-params-unique", MUST, rfc(9110, "11.2"))
            .summary("No parameter stands twice in a challenge")
            .why("Two readers take two different values, so a proxy and a client can disagree about the same refusal.")
            .clients("Some take the first value, some the last, and strict ones drop the challenge.")
            .fix("Let one place write the challenge, and set each parameter once.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.challenges().isEmpty()) {
            return notApplicable("there is no challenge that parses");
        }
        return evidence.challenges().stream()
                .flatMap(challenge -> challenge.params().stream()
                        .map(AuthParam::name)
                        .filter(name -> challenge.params(name).size() > 1))
                .findFirst()
                .map(name -> violated("each parameter once", name + " more than once: " + evidence.fieldText()))
                .orElse(passed());
    }
}
