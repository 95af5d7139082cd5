package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** The other way round than most parameters. */
final class DigestTokensBare implements DigestChallengeRule {

    private static final RuleInfo INFO = rule("digest-tokens-bare", MUST, rfc(7616, "3.3"))
            .summary("A Digest challenge has stale and algorithm without quotes")
            .why("The grammar knows both as bare words, for the sake of old clients.")
            .clients("Some take a quoted true for no true, and ask people for a password that is right.")
            .fix("Write stale=true and algorithm=SHA-256 without quotes.");

    private static final List<String> BARE = List.of("stale", "algorithm");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence, List<Challenge> digests) {
        return digests.stream()
                .flatMap(challenge -> BARE.stream().flatMap(name -> challenge.params(name).stream()))
                .filter(AuthParam::quoted)
                .findFirst()
                .map(param -> violated(
                        "%s=%s".formatted(param.name(), param.value()),
                        "%s=\"%s\"".formatted(param.name(), param.value())))
                .orElse(passed());
    }
}
