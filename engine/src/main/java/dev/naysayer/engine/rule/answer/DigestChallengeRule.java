package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.Verdict.notApplicable;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A rule about how Digest is offered (RFC 7616 section 3.3). */
interface DigestChallengeRule extends Rule {

    @Override
    default Verdict judge(ContractCase it, Evidence evidence) {
        List<Challenge> digests = evidence.challenges("Digest");
        return digests.isEmpty() ? notApplicable("there is no Digest challenge") : judge(it, evidence, digests);
    }

    /**
     * What the rule says of these challenges.
     *
     * @param digests the Digest challenges in the order they were sent, at least one
     */
    Verdict judge(ContractCase it, Evidence evidence, List<Challenge> digests);

    /** The algorithm in upper case; one that names none means MD5. */
    static String algorithm(Challenge digest) {
        return Objects.requireNonNullElse(digest.param("algorithm"), "MD5").toUpperCase(Locale.ROOT);
    }

    /** Whether the algorithm is MD5, for a session or without. */
    static boolean isMd5(Challenge digest) {
        return algorithm(digest).startsWith("MD5");
    }
}
