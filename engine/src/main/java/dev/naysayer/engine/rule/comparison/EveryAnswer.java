package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Rules;
import dev.naysayer.engine.rule.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A rule about how an API writes every answer.
 *
 * <p>Problem: what a server leaves out, it leaves out of hundreds of answers, and hundreds of warnings hide the one that is about a
 * credential. Choice: the rule judges each answer as it would alone, and all are told together, with their count.
 */
record EveryAnswer(Rule rule) implements Comparison {

    /** What the test is called that tells of all these rules: each by itself would be a test that can hardly be red. */
    static final String TEST = "every-answer";

    /** An answer that keeps or breaks the rule. */
    private record Judged(Answer answer, Verdict verdict) {}

    @Override
    public RuleInfo info() {
        return rule.info();
    }

    @Override
    public String test() {
        return TEST;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream().filter(EveryAnswer::mayBeRefused).anyMatch(rule::concerns);
    }

    private static boolean mayBeRefused(ContractCase it) {
        return it.role() == CaseRole.SCENARIO
                && it.notApplicable() == null
                && !it.expectation().statuses().refusals().isEmpty()
                && it.condition().info().reach() != Reach.CONNECTION;
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Judged> judged = answers.stream()
                .filter(answer -> answer.probe() == null && answer.it().role() == CaseRole.SCENARIO)
                .filter(answer -> rule.concerns(answer.it()))
                .map(answer -> new Judged(answer, Rules.verdict(rule, answer.it(), answer.evidence())))
                .toList();
        List<Judged> kept = with(judged, Verdict.Passed.class);
        List<Judged> broken = with(judged, Verdict.Violated.class);
        if (kept.isEmpty() && broken.isEmpty()) {
            return Verdict.notApplicable("it speaks of no answer that came");
        }
        return broken.isEmpty() ? Verdict.passed() : violated(broken, kept);
    }

    private static List<Judged> with(List<Judged> judged, Class<? extends Verdict> kind) {
        return judged.stream().filter(one -> kind.isInstance(one.verdict())).toList();
    }

    private static Verdict violated(List<Judged> broken, List<Judged> kept) {
        Map<String, List<Judged>> byActual = broken.stream()
                .collect(
                        Collectors.groupingBy(one -> violation(one).actual(), LinkedHashMap::new, Collectors.toList()));
        List<String> expected =
                broken.stream().map(one -> violation(one).expected()).toList();
        return Verdict.violated(Differing.some(expected, "; "), actual(byActual, broken, kept));
    }

    /** {@code 390 of 400 answers, all but …: no Cache-Control}; a line for each, where there are several ways to break it. */
    private static String actual(Map<String, List<Judged>> byActual, List<Judged> broken, List<Judged> kept) {
        String all = which(broken, kept);
        if (byActual.size() == 1) {
            return "%s: %s".formatted(all, byActual.keySet().iterator().next());
        }
        List<String> ways = byActual.entrySet().stream()
                .map(way -> "%d, to %s: %s".formatted(way.getValue().size(), names(way.getValue()), way.getKey()))
                .toList();
        return all + "\n" + Differing.some(ways, "\n");
    }

    /** The fewer are named: those that break the rule, or those that keep it. */
    private static String which(List<Judged> broken, List<Judged> kept) {
        int all = broken.size() + kept.size();
        if (kept.isEmpty()) {
            return all == 1 ? "the one answer" : "all %d answers".formatted(all);
        }
        return kept.size() < broken.size()
                ? "%d of %d answers, all but %s".formatted(broken.size(), all, names(kept))
                : "%d of %d answers, to %s".formatted(broken.size(), all, names(broken));
    }

    private static String names(Collection<Judged> some) {
        return Differing.some(some.stream().map(one -> one.answer().it().name()).toList(), ", ");
    }

    private static Verdict.Violated violation(Judged one) {
        return (Verdict.Violated) one.verdict();
    }
}
