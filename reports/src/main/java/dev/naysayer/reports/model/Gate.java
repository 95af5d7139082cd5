package dev.naysayer.reports.model;

import dev.naysayer.engine.gate.FailOn;
import dev.naysayer.engine.gate.GateCount;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.gate.TestGate;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.outcome.GateOutcome;
import dev.naysayer.reports.change.Change;
import dev.naysayer.reports.change.Changes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a run is of may be merged, by the rules that the run was given.
 *
 * @param answer the whole of it
 * @param because in one line, the worst first; what is good where it may be
 * @param outcomes what became of each gate rule, suite by suite, kept or not
 */
public record Gate(Answer answer, String because, List<GateOutcome> outcomes) {

    private static final String SETTING = "naysayer.";

    /** Whether it may be merged. */
    public enum Answer {
        /** All is kept. */
        MAY,
        /** Something is not kept. */
        MAY_NOT,
        /** Nobody knows: the run has not finished. */
        UNKNOWN
    }

    public Gate {
        outcomes = List.copyOf(outcomes);
    }

    /** Judged anew from the record, as the tests were by the same rules. */
    static Gate of(RunDocument document, List<SuiteReport> suites) {
        Run run = document.run();
        GateRules rules = rules(
                run.circumstances() == null ? Map.of() : run.circumstances().settings());
        TestGate tests = rules.tests(known(document.changes()));
        List<GateOutcome> outcomes = suites.stream()
                .flatMap(suite -> rules.judge(suite.name(), count(tests, suite)).stream())
                .toList();
        List<String> against = against(document, outcomes);
        if (!run.hasFinished()) {
            return new Gate(Answer.UNKNOWN, "the run has not finished", outcomes);
        }
        return against.isEmpty()
                ? new Gate(Answer.MAY, "every gate rule is kept", outcomes)
                : new Gate(Answer.MAY_NOT, String.join("; ", against), outcomes);
    }

    private static List<String> against(RunDocument document, List<GateOutcome> outcomes) {
        List<String> against = new ArrayList<>();
        if (outcomes.isEmpty()) {
            against.add("there was nothing to judge");
        }
        // One line for each rule, however many suites break it.
        Map<String, List<GateOutcome>> broken = outcomes.stream()
                .filter(it -> !it.kept())
                .collect(Collectors.groupingBy(
                        it -> it.rule() + " " + it.limit(), LinkedHashMap::new, Collectors.toList()));
        broken.forEach((rule, suites) -> against.add(
                suites.size() == 1
                        ? "%s: %s".formatted(rule, suites.get(0).words())
                        : "%s is not kept by %d suites".formatted(rule, suites.size())));
        long waivers =
                document.waivers().stream().filter(it -> it.outcome().fails()).count();
        if (waivers > 0) {
            against.add(Words.count(Math.toIntExact(waivers), "waiver") + (waivers == 1 ? " is" : " are")
                    + " of no use any more");
        }
        if (!document.run().missing().isEmpty()) {
            against.add("of %s no outcome is known"
                    .formatted(Words.count(document.run().missing().size(), "test")));
        }
        return against;
    }

    /** What the run is compared with has all findings but the new ones. */
    private static Predicate<FindingId> known(@Nullable Changes changes) {
        if (changes == null) {
            return id -> false;
        }
        Set<FindingId> fresh =
                changes.newFindings().stream().map(Change::findingId).collect(Collectors.toSet());
        return id -> !fresh.contains(id);
    }

    private static GateCount count(TestGate tests, SuiteReport suite) {
        GateCount count = GateCount.NOTHING;
        for (ReportedCase one : suite.cases()) {
            count = count.plus(tests.count(one.outcome(), true));
        }
        Collection<List<ComparisonOutcome>> compared = suite.comparisons().stream()
                .map(ReportedComparison::outcome)
                .collect(Collectors.groupingBy(ComparisonOutcome::test, LinkedHashMap::new, Collectors.toList()))
                .values();
        for (List<ComparisonOutcome> test : compared) {
            count = count.plus(tests.count(test, true));
        }
        return count;
    }

    private static GateRules rules(Map<String, String> settings) {
        return new GateRules(
                FailOn.named(settings.getOrDefault(SETTING + "fail-on", "")).orElse(FailOn.MUST),
                settings.get(SETTING + "baseline"),
                whole(settings, "max-warnings"),
                whole(settings, "max-inconclusive"),
                whole(settings, "min-cases"),
                Boolean.parseBoolean(settings.get(SETTING + "require-obtainable")));
    }

    private static @Nullable Integer whole(Map<String, String> settings, String name) {
        String value = settings.get(SETTING + name);
        return value != null && value.matches("\\d{1,9}") ? Integer.valueOf(value) : null;
    }
}
