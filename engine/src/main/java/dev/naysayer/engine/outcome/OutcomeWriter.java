package dev.naysayer.engine.outcome;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the outcomes of one run of the engine, each as the entries of one report entry.
 *
 * <p>Problem: of a hundred rules that judge a case nearly all are kept or do not apply, and their words are the same a thousand times.
 * Choice: what outcomes share goes along with the first of them, under {@link OutcomeJson#SHARED_KEY}, and the others name it. So
 * a reader has to see all entries of a run, in their order; {@link OutcomeReader} does.
 */
public final class OutcomeWriter {

    private final Set<String> told = new HashSet<>();

    /** Lines of ASCII by their keys. */
    public synchronized Map<String, String> write(CaseOutcome outcome) {
        Shared shared = new Shared();
        CaseForm form = new CaseForm(
                OutcomeJson.FORM,
                shared.suite(new SuiteWords(outcome.suite(), outcome.file(), outcome.target())),
                outcome.line(),
                outcome.operation(),
                outcome.scenario(),
                outcome.meaning(),
                outcome.control(),
                outcome.kind(),
                outcome.reason(),
                outcome.findings().stream().map(shared::finding).toList(),
                shared.quiet(outcome.quiet()),
                outcome.transcript(),
                outcome.earlier());
        return entries(shared, OutcomeJson.REPORT_ENTRY_KEY, form);
    }

    /** Lines of ASCII by their keys. */
    public synchronized Map<String, String> write(ComparisonOutcome outcome) {
        Shared shared = new Shared();
        ComparisonForm form = new ComparisonForm(
                OutcomeJson.FORM,
                shared.suite(new SuiteWords(outcome.suite(), outcome.file(), outcome.target())),
                outcome.line(),
                outcome.test(),
                outcome.kind(),
                shared.finding(outcome.finding()),
                outcome.probes(),
                outcome.looks());
        return entries(shared, OutcomeJson.COMPARISON_KEY, form);
    }

    private static Map<String, String> entries(Shared shared, String key, Object form) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (!shared.isEmpty()) {
            entries.put(OutcomeJson.SHARED_KEY, OutcomeJson.line(shared.form()));
        }
        entries.put(key, OutcomeJson.line(form));
        return entries;
    }

    /** What one outcome is the first to speak of. */
    private final class Shared {

        private final Map<String, SuiteWords> suites = new LinkedHashMap<>();
        private final Map<String, RuleWords> rules = new TreeMap<>();
        private final Map<String, QuietRules> quiet = new LinkedHashMap<>();

        String suite(SuiteWords words) {
            String name = OutcomeJson.digest(words);
            if (told.add("suite " + name)) {
                suites.put(name, words);
            }
            return name;
        }

        FindingForm finding(Finding finding) {
            RuleWords words =
                    Objects.requireNonNullElseGet(RuleWords.named(finding.rule()), () -> RuleWords.of(finding));
            rule(finding.rule(), words);
            return FindingForm.of(finding, words);
        }

        @Nullable
        String quiet(QuietRules rules) {
            if (rules.none()) {
                return null;
            }
            String name = OutcomeJson.digest(rules);
            if (told.add("quiet " + name)) {
                quiet.put(name, rules);
                rules.passed().forEach(this::rule);
                rules.silent().forEach(silence -> silence.rules().forEach(this::rule));
            }
            return name;
        }

        private void rule(String id) {
            RuleWords words = RuleWords.named(id);
            if (words != null) {
                rule(id, words);
            }
        }

        private void rule(String id, RuleWords words) {
            if (told.add("rule " + id)) {
                rules.put(id, words);
            }
        }

        boolean isEmpty() {
            return List.of(suites, rules, quiet).stream().allMatch(Map::isEmpty);
        }

        SharedForm form() {
            return new SharedForm(OutcomeJson.FORM, suites, rules, quiet);
        }
    }
}
