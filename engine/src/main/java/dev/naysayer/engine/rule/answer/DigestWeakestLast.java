package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The order is the API's preference (section 3.7), a MUST that only the API itself could be held to. What it must not prefer is what
 * section 3.2 does not recommend.
 */
final class DigestWeakestLast implements DigestChallengeRule {

    private static final RuleInfo INFO = rule("digest-weakest-last", SHOULD, rfc(7616, "3.2"))
            .summary("Of several Digest challenges one with MD5 is the last")
            .why("The first challenge is the API's preference, and MD5 is the one algorithm that is not recommended.")
            .clients("They answer the first challenge that they know, and so by MD5 though they know better.")
            .fix("Offer SHA-256 or SHA-512-256 first, and MD5 behind them.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean isToldOnce() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence, List<Challenge> digests) {
        if (digests.stream().noneMatch(DigestChallengeRule::isMd5)
                || digests.stream().allMatch(DigestChallengeRule::isMd5)) {
            return notApplicable("there is no choice between MD5 and something better");
        }
        boolean last = digests.stream()
                .dropWhile(digest -> !DigestChallengeRule.isMd5(digest))
                .allMatch(DigestChallengeRule::isMd5);
        return last
                ? passed()
                : violated(
                        "MD5 last",
                        digests.stream().map(DigestChallengeRule::algorithm).collect(Collectors.joining(", ")));
    }
}
