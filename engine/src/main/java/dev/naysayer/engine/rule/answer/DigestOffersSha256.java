package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Every implementation has SHA-256; a client that is asked for MD5 alone need not answer. */
final class DigestOffersSha256 implements Rule {

    private static final RuleInfo INFO = rule("digest-offers-sha-256", SECURITY_ADVICE, rfc(7616, "3.7"))
            .summary("Digest is offered with a hash of the SHA-2 family")
            .why("MD5 is broken as a hash, and passwords behind it are tried out by the billion.")
            .clients("New ones refuse to answer MD5, and find nothing else.")
            .fix("Offer SHA-256 first, and MD5 behind it only for clients that know nothing else.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<Challenge> challenges = evidence.challenges("Digest");
        if (challenges.isEmpty()) {
            return notApplicable("there is no Digest challenge");
        }
        return challenges.stream()
                        .map(challenge -> Objects.requireNonNullElse(challenge.param("algorithm"), "MD5"))
                        .anyMatch(
                                algorithm -> algorithm.toUpperCase(Locale.ROOT).startsWith("SHA-"))
                ? passed()
                : violated("a challenge with algorithm=SHA-256", evidence.fieldText());
    }
}
