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

/** For realm every scheme has that rule. */
final class DigestParamsQuoted implements DigestChallengeRule {

    private static final RuleInfo INFO = rule("digest-params-quoted", MUST, rfc(7616, "3.3"))
            .summary("A Digest challenge has domain, nonce, opaque and qop in quotes")
            .why(
                    "Parsers that know these in quotes only cut a bare one at its first slash or equals sign, as in base64.")
            .clients("They answer with half a nonce, and are refused for ever.")
            .fix("Write domain, nonce, opaque and qop in quotes.");

    private static final List<String> QUOTED = List.of("domain", "nonce", "opaque", "qop");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence, List<Challenge> digests) {
        return digests.stream()
                .flatMap(challenge -> QUOTED.stream().flatMap(name -> challenge.params(name).stream()))
                .filter(param -> !param.quoted())
                .findFirst()
                .map(param -> violated(
                        "%s=\"%s\"".formatted(param.name(), param.value()),
                        "%s=%s".formatted(param.name(), param.value())))
                .orElse(passed());
    }
}
