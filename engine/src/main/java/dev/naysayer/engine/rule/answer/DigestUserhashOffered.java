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
import java.util.Objects;

/** What else may stand there is said by {@link DigestValuesAllowed}. */
final class DigestUserhashOffered implements DigestChallengeRule {

    private static final RuleInfo INFO = rule("digest-userhash-offered", SHOULD, rfc(7616, "3.4.4"))
            .summary("A Digest challenge asks for the user name's hash")
            .why("The password does not travel in clear, and without this the user name does, in every request.")
            .clients("They send the name as it is, for whoever reads along and for every log.")
            .fix("Say userhash=true, and find a user by the hash of name and realm, too.");

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
        return digests.stream()
                .map(digest -> Objects.requireNonNullElse(digest.param("userhash"), "none"))
                .filter(userhash -> !userhash.equalsIgnoreCase("true"))
                .findFirst()
                .map(userhash ->
                        violated("userhash=true", userhash.equals("none") ? "no userhash" : "userhash=" + userhash))
                .orElse(passed());
    }
}
