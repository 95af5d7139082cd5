package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.asvs;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of a name and a secret nobody learns which was wrong.
 *
 * <p>How long an answer takes tells it too; a few requests over a network cannot measure that.
 */
@SuppressWarnings("ImmutableEnumChecker") // words that nobody changes
enum NotEnumerable implements Comparison {
    USERS_NOT_ENUMERABLE(
            rule("users-not-enumerable", SECURITY_ADVICE, asvs("6.3.8"))
                    .summary("An unknown user and a wrong password get the very same answer")
                    .why("Whoever can tell the two apart learns, name by name, who has an account.")
                    .clients("Honest clients ask for user and password again in either case.")
                    .fix("Check user and password together, and answer both failures by one and the same error."),
            Map.of("unknown-user", "wrong-password", "digest-unknown-user", "digest-wrong-response"),
            "a wrong password"),
    /** One code stands for both, and a client's name is no secret (section 2.2): no more than advice follows. */
    CLIENTS_NOT_ENUMERABLE(
            rule("clients-not-enumerable", ADVICE, rfc(6749, "5.2"))
                    .summary("An unknown client and a wrong secret get the very same answer")
                    .why("Whoever can tell the two apart learns, name by name, which clients there are to attack.")
                    .clients("They stop and call for help in either case.")
                    .fix("Check client and secret together, and answer both failures by one and the same error."),
            Map.of("unknown-client", "wrong-client-secret"),
            "a wrong secret");

    /** The answers to both at one operation. */
    private record Both(Answer nobody, Answer somebody) {}

    private final RuleInfo info;
    private final Map<String, String> conditions;
    private final String secret;

    /**
     * @param conditions the one under which nobody has the name, and to it the one under which somebody has, with another secret
     * @param secret what is wrong then, for readers
     */
    NotEnumerable(RuleInfo info, Map<String, String> conditions, String secret) {
        this.info = info;
        this.conditions = conditions;
        this.secret = secret;
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        Set<String> names = planned.stream()
                .filter(Answer::isPlanned)
                .map(it -> it.condition().info().name())
                .collect(Collectors.toSet());
        return conditions.entrySet().stream()
                .anyMatch(both -> names.containsAll(Set.of(both.getKey(), both.getValue())));
    }

    /** An attempt counter tells two wrong passwords apart, too. */
    @Override
    public List<Question> questions(List<Answer> answers) {
        return conditions.values().stream()
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
            Appearance seen = Appearance.of(both.nobody());
            Habit habit = habit(both.somebody(), answers);
            switch (habit.likeness(seen)) {
                case UNLIKE ->
                    differences.add("%s: %s".formatted(both.nobody().it().name(), seen.unlike(habit.first())));
                case UNKNOWN -> unknowable.add(both.somebody().it().name());
                case ALIKE -> {}
            }
        }
        if (compared.isEmpty()) {
            return Verdict.notApplicable("no operation refused both");
        }
        return differences.isEmpty() && !unknowable.isEmpty()
                ? Verdict.notApplicable(
                        "%s gets another answer the second time: %s".formatted(secret, String.join(", ", unknowable)))
                : Differing.verdict("the answer to " + secret, differences);
    }

    private List<Both> compared(List<Answer> answers) {
        return conditions.entrySet().stream()
                .flatMap(names -> refusals(answers, names.getKey())
                        .flatMap(nobody -> refusals(answers, names.getValue())
                                .filter(somebody -> somebody.place().equals(nobody.place()))
                                .map(somebody -> new Both(nobody, somebody))))
                .toList();
    }

    /** Asked again, the API shows what it changes; another operation shows it too, if it answers alike otherwise. */
    private static Habit habit(Answer somebody, List<Answer> answers) {
        Optional<Answer> again = answers.stream()
                .filter(it -> it.probe() == Probe.AGAIN
                        && it.it().name().equals(somebody.it().name()))
                .findFirst();
        return again.isPresent()
                ? Habit.of(somebody, again)
                : refusals(answers, somebody.condition())
                        .map(other -> Habit.of(somebody, Optional.of(other)))
                        .filter(Habit::isSteady)
                        .filter(habit -> !habit.first().equals(habit.second()))
                        .findFirst()
                        .orElse(Habit.of(somebody, Optional.empty()));
    }

    private static Stream<Answer> refusals(List<Answer> answers, String condition) {
        return answers.stream().filter(it -> it.refusesCase() && it.condition().equals(condition));
    }
}
