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
import java.util.Locale;
import java.util.Set;

/** Upper and lower case are the same in charset. */
final class DigestValuesAllowed implements DigestChallengeRule {

    private static final RuleInfo INFO = rule("digest-values-allowed", MUST, rfc(7616, "3.3"))
            .summary("charset is UTF-8, and userhash is true or false")
            .why("A client that does not know the value has to guess how a name is written.")
            .clients("They send another name than the user has, and are refused.")
            .fix("Write charset=UTF-8 and userhash=true, or leave them out.");

    private static boolean isWrong(AuthParam param) {
        return switch (param.name().toLowerCase(Locale.ROOT)) {
            case "charset" -> !param.value().equalsIgnoreCase("UTF-8");
            case "userhash" -> !Set.of("true", "false").contains(param.value().toLowerCase(Locale.ROOT));
            default -> false;
        };
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence, List<Challenge> digests) {
        return digests.stream()
                .flatMap(challenge -> challenge.params().stream())
                .filter(DigestValuesAllowed::isWrong)
                .findFirst()
                .map(param -> violated(
                        param.name().equalsIgnoreCase("charset") ? "charset=UTF-8" : "userhash=true or false",
                        "%s=%s".formatted(param.name(), param.value())))
                .orElse(passed());
    }
}
