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
            "unknown-user",
            "wrong-password",
            "a wrong password"),
    /** One code stands for both, and a client's name is no secret (section 2.2): no more than advice follows. */
    CLIENTS_NOT_ENUMERABLE(
            rule("clients-not-enumerable", ADVICE, rfc(6749, "5.2"))
                    .summary("An unknown client and a wrong secret get the very same answer")
                    .why("Whoever can tell the two apart learns, name by name, which clients there are to attack.")
                    .clients("They stop and call for help in either case.")
                    .fix("Check client and secret together, and answer both failures by one and the same error."),
            "unknown-client",
            "wrong-client-secret",
            "a wrong secret");

    private final RuleInfo info;
    private final String unknown;
    private final String wrong;
    private final String secret;

    /**
     * @param unknown the condition under which nobody has the name
     * @param wrong the one under which somebody has, with another secret
     * @param secret what is wrong then, for readers
     */
    NotEnumerable(RuleInfo info, String unknown, String wrong, String secret) {
        this.info = info;
        this.unknown = unknown;
        this.wrong = wrong;
        this.secret = secret;
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream()
                .filter(Answer::isPlanned)
                .map(it -> it.condition().info().name())
                .collect(Collectors.toSet())
                .containsAll(Set.of(unknown, wrong));
    }

    /** An attempt counter tells two wrong passwords apart, too. */
    @Override
    public List<Question> questions(List<Answer> answers) {
        return refusals(answers, wrong)
                .map(it -> new Question(Probe.AGAIN, it.it()))
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<String> differences = new ArrayList<>();
        List<String> unknowable = new ArrayList<>();
        boolean compared = false;
        for (Answer nobody : refusals(answers, unknown).toList()) {
            for (Answer somebody : refusals(answers, wrong).toList()) {
                if (nobody.place().equals(somebody.place())) {
                    compared = true;
                    Appearance seen = Appearance.of(nobody);
                    Habit habit = habit(somebody, answers);
                    switch (habit.likeness(seen)) {
                        case UNLIKE ->
                            differences.add("%s: %s".formatted(nobody.it().name(), seen.unlike(habit.first())));
                        case UNKNOWN -> unknowable.add(somebody.it().name());
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
                        "%s gets another answer the second time: %s".formatted(secret, String.join(", ", unknowable)))
                : Differing.verdict("the answer to " + secret, differences);
    }

    /** Asked again, the API shows what it changes; another operation shows it too, if it answers alike otherwise. */
    private Habit habit(Answer somebody, List<Answer> answers) {
        Optional<Answer> again = answers.stream()
                .filter(it -> it.probe() == Probe.AGAIN
                        && it.it().name().equals(somebody.it().name()))
                .findFirst();
        return again.isPresent()
                ? Habit.of(somebody, again)
                : refusals(answers, wrong)
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
