package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Objects;

/**
 * The clause says "should", and in small letters. A nonce that is made of the time in seconds comes twice now and then, which harms
 * nobody; so what counts is whether most answers have one that others have, too.
 */
final class DigestNonceFresh implements Comparison {

    private static final RuleInfo INFO = rule("digest-nonce-fresh", ADVICE, SpecReference.rfc(7616, "3.3"))
            .summary("Each Digest challenge has a nonce of its own")
            .why(
                    "A response that was caught once stays good as long as its nonce; tables can be made ahead for one that never changes.")
            .clients("They answer as ever, and none of them sees that others have the same nonce.")
            .fix(
                    "Make a nonce for each 401, of the time, of random bytes, or of both, with a signature by which you know it again.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream()
                        .filter(it -> Answer.isPlanned(it) && it.traits().contains(Trait.DIGEST))
                        .limit(2)
                        .count()
                > 1;
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Challenge> challenges = answers.stream()
                .filter(Answer::refusesCase)
                // Of several algorithms each may come with the same nonce.
                .flatMap(it -> it.evidence().challenges("Digest").stream().limit(1))
                .toList();
        List<String> nonces = challenges.stream()
                .map(challenge -> challenge.param("nonce"))
                .filter(Objects::nonNull)
                .toList();
        if (challenges.size() > nonces.size()) {
            return violated("no nonce in %d of %d challenges", challenges.size() - nonces.size(), challenges.size());
        }
        if (nonces.size() < 2) {
            return Verdict.notApplicable("there are no two answers with a Digest challenge");
        }
        long different = nonces.stream().distinct().count();
        return different * 2 > nonces.size()
                ? Verdict.passed()
                : violated("%d different in %d challenges", different, nonces.size());
    }

    private static Verdict violated(String words, long some, long all) {
        return Verdict.violated("a nonce of its own in each Digest challenge", words.formatted(some, all));
    }
}
