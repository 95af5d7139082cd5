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
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One that names none means MD5. */
final class DigestAlgorithmsDiffer implements DigestChallengeRule {

    private static final RuleInfo INFO = rule("digest-algorithms-differ", MUST, rfc(7616, "3.7"))
            .summary("Of several Digest challenges each has another algorithm")
            .why("Of two with one algorithm nobody can tell which nonce counts.")
            .clients("They answer the first or the last, and the API may expect the other.")
            .fix("Offer each algorithm once, the best first.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence, List<Challenge> digests) {
        if (digests.size() < 2) {
            return notApplicable("there is one Digest challenge");
        }
        Set<String> seen = new HashSet<>();
        return digests.stream()
                .map(DigestChallengeRule::algorithm)
                .filter(algorithm -> !seen.add(algorithm))
                .findFirst()
                .map(twice -> violated("each algorithm once", twice + " twice"))
                .orElse(passed());
    }
}
