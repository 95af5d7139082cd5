package dev.naysayer.engine.outcome;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an {@link OutcomeWriter} wrote: all entries of one run of the engine, in their order.
 *
 * <p>Every method throws a {@link tools.jackson.core.JacksonException} or {@link IllegalArgumentException} where an entry is none of
 * this version.
 */
public final class OutcomeReader {

    private final Map<String, SuiteWords> suites = new HashMap<>();
    private final Map<String, RuleWords> rules = new TreeMap<>();
    private final Map<String, QuietRules> quiet = new HashMap<>();

    /** What became of a case; empty where the report entry is about something else. */
    public Optional<CaseOutcome> outcome(Map<String, String> entries) {
        take(entries);
        return Optional.ofNullable(entries.get(OutcomeJson.REPORT_ENTRY_KEY))
                .map(json -> outcome(OutcomeJson.read(json, CaseForm.class)));
    }

    /** What became of a comparison; empty where the report entry is about something else. */
    public Optional<ComparisonOutcome> comparison(Map<String, String> entries) {
        take(entries);
        return Optional.ofNullable(entries.get(OutcomeJson.COMPARISON_KEY))
                .map(json -> comparison(OutcomeJson.read(json, ComparisonForm.class)));
    }

    /** The words of each rule that was spoken of so far, by its id. */
    public Map<String, RuleWords> rules() {
        return Collections.unmodifiableMap(rules);
    }

    /** What went over the wire, which needs no other entry to be read. */
    public static List<Transcript> transcripts(Map<String, String> entries) {
        String ofCase = entries.get(OutcomeJson.REPORT_ENTRY_KEY);
        String ofComparison = entries.get(OutcomeJson.COMPARISON_KEY);
        if (ofCase != null) {
            Transcript transcript = OutcomeJson.read(ofCase, CaseForm.class).transcript();
            return transcript == null ? List.of() : List.of(transcript);
        }
        return ofComparison == null
                ? List.of()
                : OutcomeJson.read(ofComparison, ComparisonForm.class).probes();
    }

    private void take(Map<String, String> entries) {
        String json = entries.get(OutcomeJson.SHARED_KEY);
        if (json != null) {
            SharedForm shared = OutcomeJson.read(json, SharedForm.class);
            suites.putAll(shared.suites());
            rules.putAll(shared.rules());
            shared.quiet().forEach(quiet::putIfAbsent);
        }
    }

    private CaseOutcome outcome(CaseForm form) {
        SuiteWords suite = known(suites, form.suite());
        return new CaseOutcome(
                suite.name(),
                suite.file(),
                form.line(),
                suite.target(),
                form.operation(),
                form.scenario(),
                form.meaning(),
                form.control(),
                form.kind(),
                form.reason(),
                form.findings().stream().map(this::finding).toList(),
                form.quiet() == null ? QuietRules.NONE : known(quiet, form.quiet()),
                form.transcript(),
                form.earlier());
    }

    private ComparisonOutcome comparison(ComparisonForm form) {
        SuiteWords suite = known(suites, form.suite());
        return new ComparisonOutcome(
                suite.name(),
                suite.file(),
                form.line(),
                suite.target(),
                form.test(),
                form.kind(),
                finding(form.finding()),
                form.probes(),
                form.looks());
    }

    private Finding finding(FindingForm form) {
        return form.with(known(rules, form.rule()));
    }

    private static <T> T known(Map<String, T> all, String name) {
        @Nullable T one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException("it speaks of '" + name + "', which no entry before it explains");
        }
        return one;
    }
}
