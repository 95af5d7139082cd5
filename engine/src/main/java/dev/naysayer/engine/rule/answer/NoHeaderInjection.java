package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions whose credential carries what a field's grammar is made of, and the part of it that must not come back.
 *
 * <p>Whether the challenge parses, {@link ChallengeParses} says; that the whole token comes back, {@link TokenNotEchoed}.
 */
final class NoHeaderInjection implements Rule {

    private static final RuleInfo INFO = rule("no-header-injection", SECURITY_ADVICE, rfc(9110, "5.5"))
            .summary("Nothing of a bad credential's text gets into the answer's headers")
            .why("Who can write a line break into a header writes the headers after it, and the page behind them.")
            .clients("They and their caches obey headers that a stranger wrote.")
            .fix(
                    "Write no part of a credential or claim into a header; where one must be, let the framework encode it.");

    /** By condition. */
    static final Map<String, String> TEXTS = Map.of(
            "crlf-encoded", "X-Naysayer",
            "crlf-raw", "X-Naysayer",
            "kid-path-traversal", "../../dev/null",
            "kid-sql", "' OR 1=1",
            "kid-quotes", "\", error=\"naysayer",
            "kid-file-url", "file:///dev/null");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** A redirect to what was presented is how a line break gets into a header. */
    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        String text = TEXTS.get(it.condition().info().name());
        if (text == null) {
            return notApplicable("the credential carries nothing that could break out of a header");
        }
        String found = found(text, evidence);
        return found == null ? passed() : violated("no %s in a header".formatted(text), found);
    }

    private static @Nullable String found(String text, Evidence evidence) {
        for (Header header : evidence.response().headers()) {
            if (header.name().equalsIgnoreCase(text)) {
                return "a header of that name";
            }
            // As it was sent: what is escaped does no harm.
            if (header.value().contains(text)) {
                return "header " + header.name();
            }
        }
        return null;
    }
}
