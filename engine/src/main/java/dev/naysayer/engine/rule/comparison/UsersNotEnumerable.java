package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long an answer takes tells users too; a few requests over a network cannot measure it. */
final class UsersNotEnumerable implements Comparison {

    private static final String UNKNOWN = "unknown-user";
    private static final String WRONG = "wrong-password";

    private static final RuleInfo INFO = rule("users-not-enumerable", SECURITY_ADVICE, SpecReference.asvs("6.3.8"))
            .summary("An unknown user and a wrong password get the very same answer")
            .why("Whoever can tell the two apart learns, name by name, who has an account.")
            .clients("Honest clients ask for user and password again in either case.")
            .fix("Check user and password together, and answer both failures by one and the same error.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream()
                .filter(Answer::isPlanned)
                .map(it -> it.condition().info().name())
                .collect(Collectors.toSet())
                .containsAll(Set.of(UNKNOWN, WRONG));
    }

    /** An attempt counter tells two wrong passwords apart, too. */
    @Override
    public List<Question> questions(List<Answer> answers) {
        return refusals(answers, WRONG)
                .map(it -> new Question(Probe.AGAIN, it.it()))
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<String> differences = new ArrayList<>();
        List<String> unknowable = new ArrayList<>();
        boolean compared = false;
        for (Answer unknown : refusals(answers, UNKNOWN).toList()) {
            for (Answer wrong : refusals(answers, WRONG).toList()) {
                if (unknown.place().equals(wrong.place())) {
                    compared = true;
                    Appearance seen = Appearance.of(unknown);
                    Habit habit = habit(wrong, answers);
                    switch (habit.likeness(seen)) {
                        case UNLIKE ->
                            differences.add("%s: %s".formatted(unknown.it().name(), seen.unlike(habit.first())));
                        case UNKNOWN -> unknowable.add(wrong.it().name());
                        case ALIKE -> {}
                    }
                }
            }
        }
        if (!compared) {
            return Verdict.notApplicable("no operation refused both");
        }
        return differences.isEmpty() && !unknowable.isEmpty()
                ? Verdict.notApplicable(
                        "a wrong password gets another answer the second time: " + String.join(", ", unknowable))
                : Differing.verdict("the answer to a wrong password", differences);
    }

    /** Asked again, the API shows what it changes; another operation shows it too, if it answers alike otherwise. */
    private static Habit habit(Answer wrong, List<Answer> answers) {
        Optional<Answer> again = answers.stream()
                .filter(it -> it.probe() == Probe.AGAIN
                        && it.it().name().equals(wrong.it().name()))
                .findFirst();
        return again.isPresent()
                ? Habit.of(wrong, again)
                : refusals(answers, WRONG)
                        .map(other -> Habit.of(wrong, Optional.of(other)))
                        .filter(Habit::isSteady)
                        .filter(habit -> !habit.first().equals(habit.second()))
                        .findFirst()
                        .orElse(Habit.of(wrong, Optional.empty()));
    }

    private static Stream<Answer> refusals(List<Answer> answers, String condition) {
        return answers.stream().filter(it -> it.refusesCase() && it.condition().equals(condition));
    }
}
