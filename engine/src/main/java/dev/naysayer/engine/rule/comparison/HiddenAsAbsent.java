package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MAY;

import dev.naysayer.dsl.RuleChoice;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is hidden has to look as if it were not there, or each difference gives it away. */
final class HiddenAsAbsent implements Comparison {

    private static final String CONDITION = "insufficient-scope";

    private static final RuleInfo INFO = rule(
                    "hidden-as-absent", MAY, SpecReference.rfc(9110, "15.5.4"), "hide-existence")
            .summary("What a caller may not see looks as if it were not there")
            .why("By any difference a caller without rights learns what there is: customers, invoices, accounts.")
            .clients(
                    "Honest clients show that there is nothing; others try numbers and keep those that answer otherwise.")
            .fix("Write the answer for what is hidden in the place that writes the one for what is not there.");

    private static final Standing HIDDEN =
            new Standing(Level.MUST, RuleChoice.THE_SUITE, "The suite says 'existence: hidden'.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public @Nullable Standing declared(Suite suite) {
        return suite.operations().stream().anyMatch(it -> it.objects().hidden() != null) ? HIDDEN : null;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        // The profile asks for it, so a suite that does not say what is not there is told so.
        return planned.stream().anyMatch(it -> Answer.isPlanned(it) && (it.isHidden() || isWithoutScope(it)));
    }

    /** What has a scope is hidden by the profile alone, or by the suite's word of the rule. */
    private static boolean isWithoutScope(ContractCase it) {
        return it.condition().info().name().equals(CONDITION)
                && Standing.of(INFO, it.suite().rules()).isPresent();
    }

    private static boolean isForbidden(ContractCase it) {
        return Answer.isPlanned(it)
                && (it.isHidden() || isWithoutScope(it))
                && !it.operation().absent().isEmpty();
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.refusesCase() && isForbidden(it.it()))
                .map(it -> new Question(
                        Probe.ABSENT, it.it().on(it.it().operation().onAbsent())))
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        Map<String, Answer> absent = answers.stream()
                .filter(it -> it.probe() == Probe.ABSENT)
                .collect(Collectors.toMap(it -> it.it().name(), Function.identity()));
        List<Answer> hidden = answers.stream()
                .filter(it -> it.refusesCase()
                        && isForbidden(it.it())
                        && absent.containsKey(it.it().name()))
                .toList();
        return hidden.isEmpty()
                ? Verdict.notApplicable(
                        answers.stream().anyMatch(it -> isForbidden(it.it()))
                                ? "nothing was asked for that is not there"
                                : "no operation with this condition says by 'absent' what is not there")
                : Differing.verdict(
                        "the answer for what is not there",
                        hidden.stream()
                                .flatMap(it -> Stream.ofNullable(
                                                absent.get(it.it().name()))
                                        .flatMap(other -> Appearance.difference(it, other).stream()))
                                .toList());
    }
}
