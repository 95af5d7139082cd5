package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A challenge names the scope that is needed, not the one that the token has. */
final class ChallengedScopeSuffices implements Comparison {

    private static final String CONDITION = "insufficient-scope";

    private static final RuleInfo INFO = rule("challenged-scope-suffices", MUST, SpecReference.rfc(6750, "3"))
            .summary("A token with the scope that the challenge names gets past the check of scopes")
            .why(
                    "A client that asks the user for the named right is refused again, and the user has given a right for nothing.")
            .clients("They get a token with just that scope and try again: they loop, or ask the user once more.")
            .fix("Take the scope of the challenge from where the check takes it.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream()
                .anyMatch(it ->
                        Answer.isPlanned(it) && it.condition().info().name().equals(CONDITION));
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        Map<String, Answer> controls = controls(answers);
        return challenged(answers).stream()
                .filter(it -> !isProven(it, controls))
                .filter(it -> Credentials.choosesScopes(it.it().presents().varied()))
                .flatMap(it -> Stream.ofNullable(controls.get(it.operation()))
                        .map(control -> new Question(
                                Probe.CHALLENGED_SCOPE,
                                control.it().on(control.it().operation().withScopes(scopes(it))))))
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        Map<String, Answer> controls = controls(answers);
        Map<String, Answer> presented = answers.stream()
                .filter(it -> it.probe() == Probe.CHALLENGED_SCOPE)
                .collect(Collectors.toMap(Answer::operation, Function.identity(), (first, second) -> first));
        List<Answer> challenged = challenged(answers);
        List<Answer> decided = challenged.stream()
                .filter(it -> isProven(it, controls) || presented.containsKey(it.operation()))
                .toList();
        if (decided.isEmpty()) {
            return Verdict.notApplicable(
                    challenged.isEmpty()
                            ? "no challenge names a scope"
                            : "no token had the scope that the challenge names; where a source can make one, 'probes: [challenged-scope]' sends it");
        }
        return Differing.verdict(
                "past the check of scopes",
                decided.stream()
                        .filter(it -> !isProven(it, controls))
                        .map(it -> Objects.requireNonNull(presented.get(it.operation())))
                        .filter(it -> Set.of(401, 403).contains(it.status()))
                        .map(it -> "%d from %s with %s"
                                .formatted(
                                        it.status(),
                                        it.operation(),
                                        String.join(" ", it.it().operation().scopes())))
                        .toList());
    }

    /** The control carries what the suite says is needed: a challenge that names all of it is right. */
    private static boolean isProven(Answer challenged, Map<String, Answer> controls) {
        Answer control = controls.get(challenged.operation());
        return control != null
                && control.it().letsIn(control.status())
                && Set.copyOf(scopes(challenged))
                        .containsAll(control.it().operation().scopes());
    }

    private static Map<String, Answer> controls(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.probe() == null && it.it().control())
                .collect(Collectors.toMap(Answer::operation, Function.identity(), (first, second) -> first));
    }

    private static List<Answer> challenged(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.refusesCase()
                        && it.condition().equals(CONDITION)
                        && !scopes(it).isEmpty())
                .toList();
    }

    private static List<String> scopes(Answer answer) {
        return answer.evidence().challenges(answer.it().scheme().challengeScheme()).stream()
                .map(challenge -> challenge.param("scope"))
                .filter(Objects::nonNull)
                .flatMap(scope -> Arrays.stream(scope.trim().split(" +")))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }
}
