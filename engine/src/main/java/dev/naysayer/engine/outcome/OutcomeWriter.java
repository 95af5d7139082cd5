package dev.naysayer.engine.outcome;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts outcomes, one after the other, into the form in which they are written down.
 *
 * <p>Problem: of a hundred rules that judge a case nearly all are kept or do not apply, and their words are the same a thousand times.
 * Choice: what outcomes share goes along with the first of them, and the others name it. So a reader has to see all of them, in
 * their order; {@link OutcomeReader} does.
 */
public final class OutcomeWriter {

    private final Map<Object, String> names = new HashMap<>();
    private final Set<String> rulesTold = new HashSet<>();

    /** The form of a case's outcome. */
    public synchronized OutcomeForm write(CaseOutcome outcome) {
        Shared shared = new Shared();
        CaseForm form = new CaseForm(
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
                outcome.earlier().isEmpty() ? null : outcome.earlier(),
                outcome.move(),
                outcome.subject(),
                outcome.owner());
        return new OutcomeForm(shared.form(), form, null, null);
    }

    /** The form of a comparison's outcome. */
    public synchronized OutcomeForm write(ComparisonOutcome outcome) {
        Shared shared = new Shared();
        ComparisonForm form = new ComparisonForm(
                shared.suite(new SuiteWords(outcome.suite(), outcome.file(), outcome.target())),
                outcome.line(),
                outcome.test(),
                outcome.kind(),
                shared.finding(outcome.finding()),
                outcome.probes(),
                outcome.looks(),
                outcome.move());
        return new OutcomeForm(shared.form(), null, form, null);
    }

    /** The form of a waiver's outcome, which shares nothing with others. */
    public OutcomeForm write(WaiverOutcome outcome) {
        return new OutcomeForm(null, null, null, outcome);
    }

    /** What one outcome is the first to speak of. */
    private final class Shared {

        private final Map<String, SuiteWords> suites = new LinkedHashMap<>();
        private final Map<String, RuleWords> rules = new TreeMap<>();
        private final Map<String, QuietRules> quiet = new LinkedHashMap<>();

        String suite(SuiteWords words) {
            return name(words, "suite-", suites::put);
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
            return name(rules, "quiet-", (name, first) -> {
                quiet.put(name, first);
                first.passed().forEach(this::rule);
                first.silent().forEach(silence -> silence.rules().forEach(this::rule));
            });
        }

        /** What it was called before, or a new name, which is told of. */
        private <T> String name(T one, String kind, BiConsumer<String, T> told) {
            String known = names.get(one);
            if (known != null) {
                return known;
            }
            String name = kind + (names.size() + 1);
            names.put(one, name);
            told.accept(name, one);
            return name;
        }

        private void rule(String id) {
            RuleWords words = RuleWords.named(id);
            if (words != null) {
                rule(id, words);
            }
        }

        private void rule(String id, RuleWords words) {
            if (rulesTold.add(id)) {
                rules.put(id, words);
            }
        }

        /** Null where that is nothing. */
        @Nullable
        SharedForm form() {
            return suites.isEmpty() && rules.isEmpty() && quiet.isEmpty() ? null : new SharedForm(suites, rules, quiet);
        }
    }
}
