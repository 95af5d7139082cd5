package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the page's templates are given.
 *
 * @param rules the place of each rule's words, by its id
 * @param quiet the place of what rules say that are kept or do not apply: hundreds of cases share one
 */
record Page(
        RunDocument document,
        ConformanceReport report,
        StyleSheet style,
        Map<String, String> rules,
        Map<QuietRules, String> quiet) {

    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Page of(RunDocument document, ConformanceReport report, StyleSheet style) {
        // No place of a suite or case begins so.
        Map<String, String> rules = new HashMap<>();
        document.rules()
                .keySet()
                .forEach(rule -> rules.put(
                        rule, rule.matches("[a-z0-9-]+") ? "_rule-" + rule : "_rule-number-" + (rules.size() + 1)));
        Map<QuietRules, String> quiet = new LinkedHashMap<>();
        document.cases().stream()
                .map(it -> it.outcome().quiet())
                .filter(it -> !it.none())
                .forEach(it -> quiet.putIfAbsent(it, "_quiet-" + (quiet.size() + 1)));
        return new Page(document, report, style, rules, quiet);
    }

    Run run() {
        return document.run();
    }

    /** {@code 2 January 2026, 03:04 UTC}. */
    String readable(Instant time) {
        return readableTime(time);
    }

    static String readableTime(Instant time) {
        return READABLE.format(time) + " UTC";
    }

    /** Null for a rule without words. */
    @Nullable
    String rule(String id) {
        return rules.get(id);
    }

    /** {@code 30 passed, 111 not applicable}. */
    String counts(QuietRules of) {
        return "%d passed, %d not applicable".formatted(of.passed().size(), of.silentCount());
    }

    boolean severalSuites() {
        return report.suites().size() > 1;
    }

    boolean hasComparisons() {
        return report.suites().stream().anyMatch(suite -> !suite.comparisons().isEmpty());
    }

    /** The columns of the summary. */
    List<OutcomeKind> kinds() {
        return List.copyOf(report.counts().byKind().keySet());
    }
}
