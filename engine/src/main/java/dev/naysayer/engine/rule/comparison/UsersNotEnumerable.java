package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long an answer takes tells users too; a few requests over a network cannot measure it. */
final class UsersNotEnumerable implements Comparison {

    /** The condition of a user who is not there, and that of the right user with a wrong password. */
    private static final Map<String, String> WRONG_OF_UNKNOWN =
            Map.of("unknown-user", "wrong-password", "digest-unknown-user", "digest-wrong-response");

    /** The answers to both at one operation. */
    private record Both(Answer unknown, Answer wrong) {}

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
        Set<String> names = planned.stream()
                .filter(Answer::isPlanned)
                .map(it -> it.condition().info().name())
                .collect(Collectors.toSet());
        return WRONG_OF_UNKNOWN.entrySet().stream()
                .anyMatch(both -> names.containsAll(Set.of(both.getKey(), both.getValue())));
    }

    /** An attempt counter tells two wrong passwords apart, too. */
    @Override
    public List<Question> questions(List<Answer> answers) {
        return WRONG_OF_UNKNOWN.values().stream()
                .flatMap(wrong -> refusals(answers, wrong))
                .map(it -> new Question(Probe.AGAIN, it.it()))
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<String> differences = new ArrayList<>();
        List<String> unknowable = new ArrayList<>();
        List<Both> compared = compared(answers);
        for (Both both : compared) {
            Appearance seen = Appearance.of(both.unknown());
            Habit habit = habit(both.wrong(), answers);
            switch (habit.likeness(seen)) {
                case UNLIKE ->
                    differences.add("%s: %s".formatted(both.unknown().it().name(), seen.unlike(habit.first())));
                case UNKNOWN -> unknowable.add(both.wrong().it().name());
                case ALIKE -> {}
            }
        }
        if (compared.isEmpty()) {
            return Verdict.notApplicable("no operation refused both");
        }
        return differences.isEmpty() && !unknowable.isEmpty()
                ? Verdict.notApplicable(
                        "a wrong password gets another answer the second time: " + String.join(", ", unknowable))
                : Differing.verdict("the answer to a wrong password", differences);
    }

    private static List<Both> compared(List<Answer> answers) {
        return WRONG_OF_UNKNOWN.entrySet().stream()
                .flatMap(names -> refusals(answers, names.getKey())
                        .flatMap(unknown -> refusals(answers, names.getValue())
                                .filter(wrong -> wrong.place().equals(unknown.place()))
                                .map(wrong -> new Both(unknown, wrong))))
                .toList();
    }

    /** Asked again, the API shows what it changes; another operation shows it too, if it answers alike otherwise. */
    private static Habit habit(Answer wrong, List<Answer> answers) {
        Optional<Answer> again = answers.stream()
                .filter(it -> it.probe() == Probe.AGAIN
                        && it.it().name().equals(wrong.it().name()))
                .findFirst();
        return again.isPresent()
                ? Habit.of(wrong, again)
                : refusals(answers, wrong.condition())
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
