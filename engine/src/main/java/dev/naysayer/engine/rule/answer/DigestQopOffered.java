package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** Every implementation uses it; what has none is RFC 2069. */
final class DigestQopOffered implements DigestChallengeRule {

    private static final RuleInfo INFO = rule("digest-qop-offered", MUST, rfc(7616, "3.3"))
            .summary("A Digest challenge offers qop")
            .why(
                    "Without qop clients fall back to RFC 2069: no count and no nonce of their own, so a caught response can be sent again.")
            .clients("Many answer as in 1997; others refuse to answer at all.")
            .fix("Add qop=\"auth\" to every Digest challenge.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence, List<Challenge> digests) {
        return digests.stream().allMatch(challenge -> challenge.param("qop") != null)
                ? passed()
                : violated("qop behind Digest", evidence.fieldText());
    }
}
