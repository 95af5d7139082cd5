package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The character sets of RFC 6750, narrower than those of a quoted-string. */
final class ChallengeCharacters implements Rule {

    private static final RuleInfo INFO = rule("challenge-characters", MUST, rfc(6750, "3"))
            .summary("error, error_description and scope keep to their characters")
            .why("A quote or a non-ASCII byte in a challenge breaks parsers and opens the header to injection.")
            .clients("Strict parsers drop the whole field; lenient ones cut the value at the first strange character.")
            .fix("Write plain ASCII without quotes and backslashes, and part scopes with one space.");

    private record Characters(Predicate<String> legal, String words) {}

    private static final Characters TEXT =
            new Characters(ChallengeCharacters::isText, "printable ASCII without quote and backslash");
    private static final Map<String, Characters> LEGAL = Map.of(
            "error", TEXT,
            "error_description", TEXT,
            "scope", new Characters(ChallengeCharacters::isScope, "scope tokens with one space between them"));

    private static boolean isText(String value) {
        return value.chars().allMatch(c -> c >= 0x20 && c <= 0x7E && c != '"' && c != '\\');
    }

    /** No regular expression: one that repeats tokens needs a piece of stack for each. */
    private static boolean isScope(String value) {
        return isText(value)
                && !value.isEmpty()
                && !value.startsWith(" ")
                && !value.endsWith(" ")
                && !value.contains("  ");
    }

    private static Optional<Verdict> stray(AuthParam param) {
        Characters legal = LEGAL.get(param.name().toLowerCase(Locale.ROOT));
        return legal == null || legal.legal().test(param.value())
                ? Optional.empty()
                : Optional.of(violated(legal.words(), "%s=\"%s\"".formatted(param.name(), param.value())));
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<Challenge> challenges = evidence.challenges("Bearer");
        if (challenges.stream().allMatch(challenge -> challenge.params().isEmpty())) {
            return notApplicable("there is no Bearer challenge with parameters");
        }
        return challenges.stream()
                .flatMap(challenge -> challenge.params().stream())
                .flatMap(param -> stray(param).stream())
                .findFirst()
                .orElse(passed());
    }
}
