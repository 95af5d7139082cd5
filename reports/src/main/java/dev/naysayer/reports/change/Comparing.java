package dev.naysayer.reports.change;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.BaselineAnswer;
import dev.naysayer.engine.gate.BaselineCase;
import dev.naysayer.engine.gate.BaselineFinding;
import dev.naysayer.engine.outcome.CaseId;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.standard.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares a run with a baseline, case after case. */
final class Comparing {

    private final Baseline baseline;
    private final Map<String, RuleWords> rules;
    private final Predicate<String> whole;
    private final Map<ChangeKind, Integer> findings = new EnumMap<>(ChangeKind.class);
    private final Map<ChangeKind, Integer> cases = new EnumMap<>(ChangeKind.class);
    private final List<Change> all = new ArrayList<>();
    private final Set<CaseId> seen = new HashSet<>();
    private final Map<CaseId, Map<String, Finding>> compared = new LinkedHashMap<>();
    private int notRun;

    /** @param whole whether the run has all of a suite, by its name */
    Comparing(Baseline baseline, Map<String, RuleWords> rules, Predicate<String> whole) {
        this.baseline = baseline;
        this.rules = rules;
        this.whole = whole;
    }

    void add(Changes.Now now) {
        CaseOutcome outcome = now.outcome();
        CaseId id = CaseId.of(outcome);
        if (!seen.add(id)) {
            // Another class ran the same suite: what is told of one tells of both.
            return;
        }
        BaselineCase before = baseline.cases().get(id);
        ofCase(id, before, outcome);
        Answer answer = new Answer(now);
        for (Finding finding : outcome.violations()) {
            ofBroken(id, before, finding, answer);
        }
        if (before != null) {
            Set<String> broken = new HashSet<>();
            outcome.violations().forEach(it -> broken.add(it.rule()));
            before.findings().forEach((rule, said) -> {
                if (said.broken() && tells(said.level()) && !broken.contains(rule)) {
                    ofNoMoreBroken(id, before, rule, said, outcome, answer);
                }
            });
        }
    }

    private void ofCase(CaseId id, @Nullable BaselineCase before, CaseOutcome now) {
        if (before == null) {
            if (!baseline.parts().contains(id.suite())) {
                add(Change.of(ChangeKind.NEW, id, ChangeWords.ofNew(now)));
            }
        } else if (before.kind().isJudged() && now.kind().isUnjudged()) {
            add(Change.of(ChangeKind.NEWLY_INCONCLUSIVE, id, ChangeWords.ofUnjudged(before.kind(), now)));
        } else if (before.kind().isJudged() && now.kind().isUntested()) {
            add(Change.of(ChangeKind.VANISHED, id, ChangeWords.ofUntested(before.kind(), now)));
        } else if (now.kind() == OutcomeKind.CONFORMING
                && before.kind() != OutcomeKind.CONFORMING
                && !before.kind().isUntested()) {
            add(Change.of(ChangeKind.FIXED, id, ChangeWords.ofFixed(before)));
        } else {
            cases.merge(ChangeKind.KNOWN, 1, Integer::sum);
        }
    }

    private void ofBroken(CaseId id, @Nullable BaselineCase before, Finding finding, Answer now) {
        if (!tells(finding.level())) {
            return;
        }
        if (baseline.has(id.finding(finding.rule()))) {
            findings.merge(ChangeKind.KNOWN, 1, Integer::sum);
            return;
        }
        RuleWords words = rules.get(finding.rule());
        add(Change.of(
                ChangeKind.NEW,
                id,
                finding.rule(),
                finding.level(),
                ChangeWords.ofNew(before, now.get(), finding, words == null ? "" : words.clients())));
    }

    private void ofNoMoreBroken(
            CaseId id, BaselineCase before, String rule, BaselineFinding said, CaseOutcome outcome, Answer now) {
        if (outcome.kind().isUnjudged()) {
            add(Change.of(
                    ChangeKind.NEWLY_INCONCLUSIVE,
                    id,
                    rule,
                    said.level(),
                    ChangeWords.ofUnjudged(before.kind(), outcome)));
        } else if (outcome.kind().isUntested()) {
            add(Change.of(ChangeKind.VANISHED, id, rule, said.level(), ChangeWords.ofUntested(before.kind(), outcome)));
        } else {
            add(Change.of(ChangeKind.FIXED, id, rule, said.level(), ChangeWords.ofFixed(before, said, now.get())));
        }
    }

    /** Those of a suite are known when all are there. */
    void add(ComparisonOutcome now) {
        compared.computeIfAbsent(CaseId.of(now), same -> new LinkedHashMap<>())
                .putIfAbsent(now.finding().rule(), now.finding());
    }

    private void ofComparisons(CaseId id, Map<String, Finding> now) {
        BaselineCase before = baseline.cases().get(id);
        Map<String, BaselineFinding> then = before == null ? Map.of() : before.findings();
        now.forEach((rule, finding) -> {
            BaselineFinding said = then.get(rule);
            if (finding.violated()) {
                ofBroken(id, before, finding, Answer.NONE);
            } else if (finding.verdict().equals("inconclusive") && before != null && (said == null || said.broken())) {
                add(Change.of(
                        ChangeKind.NEWLY_INCONCLUSIVE, id, rule, finding.level(), ChangeWords.ofUnjudged(finding)));
            } else if (before != null && said != null && said.broken() && tells(said.level())) {
                add(Change.of(ChangeKind.FIXED, id, rule, said.level(), ChangeWords.ofFixed(before, said, null)));
            }
        });
        then.forEach((rule, said) -> {
            if (said.broken() && tells(said.level()) && !now.containsKey(rule) && whole.test(id.suite())) {
                add(Change.of(ChangeKind.VANISHED, id, rule, said.level(), ChangeWords.ofVanished(said)));
            }
        });
    }

    /** What only informs changes no outcome, and nobody reviews it. */
    private static boolean tells(String level) {
        Level named = Level.named(level);
        return named == Level.MUST || named.warns();
    }

    private void add(Change change) {
        all.add(change);
        (change.hasRule() ? findings : cases).merge(change.kind(), 1, Integer::sum);
    }

    Changes changes() {
        compared.forEach(this::ofComparisons);
        Set<String> suites = new HashSet<>();
        seen.forEach(it -> suites.add(it.suite()));
        compared.keySet().forEach(it -> suites.add(it.suite()));
        Map<String, Map<CaseId, BaselineCase>> gone = new LinkedHashMap<>();
        baseline.cases().forEach((id, before) -> {
            if (!whole.test(id.suite())) {
                notRun += id.isCase() && !seen.contains(id) ? 1 : 0;
            } else if (!suites.contains(id.suite())) {
                gone.computeIfAbsent(id.suite(), same -> new LinkedHashMap<>()).put(id, before);
            } else if (!id.isCase() && !compared.containsKey(id)) {
                ofVanishedFindings(id, before);
            } else if (id.isCase() && !seen.contains(id)) {
                add(Change.of(ChangeKind.VANISHED, id, ChangeWords.ofVanished(before.kind())));
                ofVanishedFindings(id, before);
            }
        });
        gone.forEach(this::ofVanishedSuite);
        List<Change> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Change::kind)
                .thenComparing(it -> !it.hasRule())
                .thenComparing(it -> it.level() == null ? Level.ADVICE : Level.named(it.level())));
        return new Changes(baseline.origin(), findings, cases, notRun, sorted);
    }

    private void ofVanishedFindings(CaseId id, BaselineCase before) {
        before.findings().forEach((rule, said) -> {
            if (said.broken() && tells(said.level())) {
                add(Change.of(ChangeKind.VANISHED, id, rule, said.level(), ChangeWords.ofVanished(said)));
            }
        });
    }

    /** A run of one module is often compared with the record of all: one line for each suite that is elsewhere. */
    private void ofVanishedSuite(String suite, Map<CaseId, BaselineCase> gone) {
        int number = (int) gone.keySet().stream().filter(CaseId::isCase).count();
        long broken = gone.values().stream()
                .flatMap(it -> it.findings().values().stream())
                .filter(said -> said.broken() && tells(said.level()))
                .count();
        all.add(Change.of(
                ChangeKind.VANISHED, new CaseId(suite, null, null), ChangeWords.ofVanishedSuite(number, broken)));
        cases.merge(ChangeKind.VANISHED, number, Integer::sum);
        findings.merge(ChangeKind.VANISHED, (int) broken, Integer::sum);
    }

    /** What came back, read where a case is not as it was. */
    private static final class Answer {

        static final Answer NONE = new Answer(null);

        private final Changes.@Nullable Now now;
        private @Nullable BaselineAnswer read;

        Answer(Changes.@Nullable Now now) {
            this.now = now;
        }

        @Nullable
        BaselineAnswer get() {
            if (read == null && now != null) {
                read = now.exchanges().get().stream()
                        .findFirst()
                        .map(BaselineAnswer::of)
                        .orElse(null);
            }
            return read;
        }
    }
}
