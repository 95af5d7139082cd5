package dev.naysayer.engine.outcome;

import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is the same wherever a rule speaks, and so stands once.
 *
 * @param summary one plain sentence that is true when the API is right
 * @param why what a person loses when it is broken
 * @param clients what clients do with an answer that breaks it
 * @param fix how it is mended, in general terms
 * @param level the rule's own: {@code MUST}, {@code SHOULD}, {@code security advice}, {@code MAY} or {@code advice}
 * @param profile the profile that brings it in, {@code rfc6750}
 * @param source {@code RFC 6750 section 3.1}
 * @param link the section's address, or null where there is none
 */
public record RuleWords(
        String summary,
        String why,
        String clients,
        String fix,
        String level,
        String profile,
        String source,
        @Nullable String link) {

    private static final Map<String, RuleWords> OF_THE_ENGINE = ofTheEngine();

    private static Map<String, RuleWords> ofTheEngine() {
        Map<String, RuleWords> words = new LinkedHashMap<>();
        Stream.concat(
                        Rules.ALL.stream().map(Rule::info),
                        Comparisons.ALL.stream().map(Comparison::info))
                .forEach(rule -> words.put(rule.id(), of(rule)));
        return Collections.unmodifiableMap(words);
    }

    /** The words of a rule. */
    static RuleWords of(RuleInfo rule) {
        return new RuleWords(
                rule.summary(),
                rule.why(),
                rule.clients(),
                rule.fix(),
                rule.level().toString(),
                rule.profile(),
                rule.source().text(),
                rule.source().link());
    }

    /** The words of a rule of this version; null where it has none of that name. */
    public static @Nullable RuleWords named(String rule) {
        return OF_THE_ENGINE.get(rule);
    }

    /** The words that came with a finding. */
    static RuleWords of(Finding finding) {
        return new RuleWords(
                finding.summary(),
                Objects.requireNonNullElse(finding.why(), ""),
                Objects.requireNonNullElse(finding.clients(), ""),
                Objects.requireNonNullElse(finding.fix(), ""),
                finding.level(),
                finding.profile(),
                finding.source(),
                finding.link());
    }
}
