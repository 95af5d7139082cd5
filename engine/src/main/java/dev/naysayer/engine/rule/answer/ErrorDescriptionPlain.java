package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.regex.Pattern;

/** Whether its characters are legal at all, {@link ChallengeCharacters} says. */
final class ErrorDescriptionPlain implements Rule {

    private static final RuleInfo INFO = rule("error-description-plain", ADVICE, rfc(6750, "3"))
            .summary("error_description is plain text without markup")
            .why("It is for developers, who read it in logs; markup in it runs in every page that shows it unescaped.")
            .clients("They log it with the tags in it, or hand them to a browser.")
            .fix("Write one plain sentence; put links into error_uri and formatted help into documents.");

    /** A tag or an entity; {@code a < b} is neither, nor is a placeholder, {@code <token>}. */
    private static final Pattern MARKUP = Pattern.compile(
            "(?i)</[a-z]|<(?:a|b|i|p|br|em|strong|code|div|span|html|body|script|img|ul|li|h[1-6])\\b|&(?:lt|gt|amp|quot|nbsp|#\\d+);");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<String> descriptions = evidence.challenges().stream()
                .flatMap(challenge -> challenge.params("error_description").stream())
                .map(AuthParam::value)
                .toList();
        if (descriptions.isEmpty()) {
            return notApplicable("there is no error_description");
        }
        return descriptions.stream()
                .filter(text -> MARKUP.matcher(text).find())
                .findFirst()
                .map(text -> violated("plain text", text))
                .orElse(passed());
    }
}
