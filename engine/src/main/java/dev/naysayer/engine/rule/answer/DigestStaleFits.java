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
import dev.naysayer.engine.standard.Clause;
import java.util.List;
import java.util.Set;

/** A server may say so only of a nonce; that it has to, no keyword says. */
final class DigestStaleFits implements DigestChallengeRule {

    private static final RuleInfo INFO = rule("digest-stale-fits", SHOULD, rfc(7616, "3.3"))
            .summary("stale=true is said of an old nonce, and of nothing else")
            .why("It tells a client that the password was right, so it tries the same again without asking anybody.")
            .clients(
                    "Told so of a wrong password they try for ever; not told so of an old nonce they ask people for a password that is right.")
            .fix("Set stale=true only where the nonce is too old or unknown.");

    private static final Set<String> WRONG = Set.of("no-token", "digest-wrong-response", "digest-unknown-user");

    private static final Set<String> OLD = Set.of("digest-stale-nonce", "digest-second-request");

    private static final Clause OUGHT = Clause.advice(rfc(7616, "3.3"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence, List<Challenge> digests) {
        boolean stale = digests.stream().anyMatch(challenge -> "true".equalsIgnoreCase(challenge.param("stale")));
        String condition = it.condition().info().name();
        if (WRONG.contains(condition)) {
            return stale ? violated("no stale=true, since the nonce was good", evidence.fieldText()) : passed();
        }
        if (OLD.contains(condition)) {
            return stale ? passed() : violated("stale=true, since only the nonce was old", evidence.fieldText(), OUGHT);
        }
        return notApplicable("the rule is about other credentials");
    }
}
