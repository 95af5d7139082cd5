package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;

import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whoever probes with forged tokens learns from each difference which of their guesses was right. */
final class OpaqueCauses implements Comparison {

    private static final RuleInfo INFO = rule("opaque-causes", SECURITY_ADVICE, SpecReference.asvs("16.5.1"), "opaque")
            .summary("Every bad credential gets the very same answer")
            .why("Each difference tells an attacker which part of a made-up credential was right.")
            .clients("Honest clients ask for another one in any case; attackers go on from what they learn.")
            .fix("Answer every failed check by one and the same error, and write the reason into the log.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream()
                .filter(OpaqueCauses::isBadToken)
                .collect(Collectors.groupingBy(Answer::place, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count > 1);
    }

    /** A token without the scope is good, and no token is none; who asks for something else may get something else. */
    private static boolean isBadToken(ContractCase it) {
        return Answer.isPlanned(it)
                && it.condition().info().reach() == Reach.CREDENTIAL
                && it.condition().info().asksForJson()
                && it.condition().info().expectation().statuses().refusals().contains(401);
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        Map<String, List<Answer>> byPlace = answers.stream()
                .filter(it -> it.refusesCase() && isBadToken(it.it()))
                .collect(Collectors.groupingBy(Answer::place, LinkedHashMap::new, Collectors.toList()));
        if (byPlace.values().stream().noneMatch(refusals -> refusals.size() > 1)) {
            return Verdict.notApplicable("no operation refused two bad credentials");
        }
        List<String> differences = new ArrayList<>();
        byPlace.values().forEach(refusals -> differences.addAll(differences(refusals)));
        return Differing.verdict("one answer for every bad credential", differences);
    }

    /** Against the answer that most of them get. */
    private static List<String> differences(List<Answer> refusals) {
        Answer usual = refusals.stream()
                .collect(Collectors.groupingBy(Appearance::of, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow()
                .get(0);
        return refusals.stream()
                .flatMap(it -> Appearance.difference(it, usual).stream())
                .toList();
    }
}
