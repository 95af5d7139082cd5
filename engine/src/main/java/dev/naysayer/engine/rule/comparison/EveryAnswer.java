package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.standard.Clause;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule about how an API writes every answer.
 *
 * <p>Problem: what a server leaves out, it leaves out of hundreds of answers, and hundreds of warnings hide the one that is about a
 * credential. Choice: the rule judges each answer as it would alone, and all are told together, with their count.
 */
record EveryAnswer(Rule rule) implements Comparison {

    /** What the test is called that tells of all these rules: each by itself would be a test that can hardly be red. */
    static final String TEST = "every-answer";

    /** An answer that the rule speaks of, and what it says. */
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
    public boolean hearsOfLogins() {
        return rule.speaksOfLogins();
    }

    private static boolean isOfCase(Answer answer) {
        return answer.probe() == null && answer.it().role() == CaseRole.SCENARIO;
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Judged> judged = answers.stream()
                .filter(answer -> isOfCase(answer) || answer.probe() == Probe.LOGIN)
                .filter(answer -> Rules.isSpokenOf(rule, answer.it(), answer.evidence()))
                .map(answer -> new Judged(answer, rule.judge(answer.it(), answer.evidence())))
                .toList();
        List<Judged> broken = with(judged, Verdict.Violated.class);
        if (!broken.isEmpty()) {
            return violated(broken, judged);
        }
        return with(judged, Verdict.Passed.class).isEmpty() ? Verdict.notApplicable(silence(judged)) : Verdict.passed();
    }

    private static List<Judged> with(List<Judged> judged, Class<? extends Verdict> kind) {
        return judged.stream().filter(one -> kind.isInstance(one.verdict())).toList();
    }

    private static String silence(List<Judged> judged) {
        List<String> reasons = with(judged, Verdict.NotApplicable.class).stream()
                .map(one -> ((Verdict.NotApplicable) one.verdict()).reason())
                .toList();
        return reasons.isEmpty() ? "no case was refused" : "of all answers: " + Differing.some(reasons, "; ");
    }

    private static Verdict violated(List<Judged> broken, List<Judged> judged) {
        Map<String, List<Judged>> ways = broken.stream()
                .collect(
                        Collectors.groupingBy(one -> violation(one).actual(), LinkedHashMap::new, Collectors.toList()));
        List<String> expected =
                broken.stream().map(one -> violation(one).expected()).toList();
        return new Verdict.Violated(
                Differing.some(expected, "; "), actual(ways, which(broken, judged)), mostBinding(broken));
    }

    /** Null where one of them breaks the rule as a whole. */
    private static @Nullable Clause mostBinding(List<Judged> broken) {
        List<Clause> clauses = broken.stream()
                .map(one -> violation(one).clause())
                .flatMap(Stream::ofNullable)
                .toList();
        return clauses.size() < broken.size() ? null : Collections.min(clauses, Comparator.comparing(Clause::level));
    }

    /** {@code 390 of 400 answers: no Cache-Control}, and a line for each where there are several ways to break it. */
    private static String actual(Map<String, List<Judged>> ways, String which) {
        if (ways.size() == 1) {
            return "%s: %s".formatted(which, ways.keySet().iterator().next());
        }
        List<String> lines = ways.entrySet().stream()
                .map(way -> "%d, to %s: %s".formatted(way.getValue().size(), names(way.getValue()), way.getKey()))
                .toList();
        return which + "\n" + Differing.some(lines, "\n");
    }

    /** The fewer are named: those that break the rule, or those that keep it. */
    private static String which(List<Judged> broken, List<Judged> judged) {
        if (broken.size() == judged.size()) {
            return judged.size() == 1 ? "the one answer" : "all %d answers".formatted(judged.size());
        }
        String count = "%d of %d answers".formatted(broken.size(), judged.size());
        int others = judged.size() - broken.size();
        if (broken.size() <= others) {
            return "%s, to %s".formatted(count, names(broken));
        }
        List<Judged> kept = with(judged, Verdict.Passed.class);
        // What has no body, say, is no exception that anybody could learn from.
        return kept.size() == others ? "%s, all but %s".formatted(count, names(kept)) : count;
    }

    private static String names(Collection<Judged> some) {
        return Differing.some(some.stream().map(one -> one.answer().name()).toList(), ", ");
    }

    private static Verdict.Violated violation(Judged one) {
        return (Verdict.Violated) one.verdict();
    }
}
