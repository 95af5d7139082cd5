package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
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

/** MD5 is "NOT RECOMMENDED", and SHA-256 mandatory to implement (section 3.7). */
final class DigestOffersSha256 implements DigestChallengeRule {

    private static final RuleInfo INFO = rule("digest-offers-sha-256", SHOULD, rfc(7616, "3.2"))
            .summary("Digest is offered with a hash of the SHA-2 family")
            .why("MD5 is broken as a hash, and passwords behind it are tried out by the billion.")
            .clients("New ones refuse to answer MD5, and find nothing else.")
            .fix("Offer SHA-256 first, and MD5 behind it only for clients that know nothing else.");

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
        List<String> offered =
                digests.stream().map(DigestChallengeRule::algorithm).distinct().toList();
        return offered.stream().anyMatch(algorithm -> algorithm.startsWith("SHA-"))
                ? passed()
                : violated("a challenge with algorithm=SHA-256", "only " + String.join(" and ", offered));
    }
}
