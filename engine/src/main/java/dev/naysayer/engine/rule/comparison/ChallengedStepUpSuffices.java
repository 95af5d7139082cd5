package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A challenge names the login that is needed, each of its classes by itself. */
final class ChallengedStepUpSuffices implements Comparison {

    private static final String CODE = "insufficient_user_authentication";

    /** A challenge that lists more names those that are preferred first. */
    private static final int MOST_CLASSES = 3;

    /** More digits no challenge that can be meant has. */
    private static final String SECONDS = "[0-9]{1,9}";

    private static final RuleInfo INFO = rule("challenged-step-up-suffices", MUST, SpecReference.rfc(9470, "3"))
            .summary("A token of the login that the challenge names gets past the check of logins")
            .why("A user who has logged in once more, as asked, is asked to log in once more.")
            .clients("They get a token with just that acr or of just that age and try again: they loop, or give up.")
            .fix("Take acr_values and max_age of the challenge from where the check takes them.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Only what may ask for a login may ask for too little of one; that shows by the conditions that a suite has. */
    @Override
    public boolean concerns(List<ContractCase> planned) {
        return Probe.CHALLENGED_STEP_UP.isAllowedBy(planned.get(0).suite())
                && planned.stream().anyMatch(Answer::mayBeRefused);
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        Map<String, Answer> controls = answers.stream()
                .filter(it -> it.probe() == null && it.it().role() == CaseRole.CONTROL)
                .filter(it -> it.it().letsIn(it.status()))
                .collect(Collectors.toMap(Answer::operation, Function.identity(), (first, second) -> first));
        return challenged(answers)
                .filter(it -> Credentials.choosesLogins(it.it().presents().varied()))
                .flatMap(it -> Stream.ofNullable(controls.get(it.operation()))
                        .flatMap(control -> demands(it).flatMap(demand -> questions(control.it(), demand))))
                .toList();
    }

    private static Stream<Question> questions(ContractCase control, Challenge demand) {
        List<String> scopes = words(demand.param("scope"));
        ContractCase asked =
                scopes.isEmpty() ? control : control.on(control.operation().withScopes(scopes));
        Duration maxAge = maxAge(demand);
        List<String> classes = words(demand.param("acr_values"));
        Stream<String> each = classes.stream().limit(MOST_CLASSES);
        return classes.isEmpty()
                ? Stream.of(question(asked, null, maxAge)).filter(it -> maxAge != null)
                : each.map(acr -> question(asked, acr, maxAge));
    }

    private static Question question(ContractCase asked, @Nullable String acr, @Nullable Duration maxAge) {
        return new Question(
                Probe.CHALLENGED_STEP_UP, asked.presenting(CredentialConditions.challengedLogin(acr, maxAge)));
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> stronger = answers.stream()
                .filter(it -> it.probe() == Probe.CHALLENGED_STEP_UP)
                .toList();
        if (stronger.isEmpty()) {
            return Verdict.notApplicable(
                    challenged(answers).findAny().isEmpty()
                            ? "no challenge names a login"
                            : "no token had the login that the challenge names: 'mint' makes one, at an operation whose control gets through");
        }
        return Differing.verdict(
                "past the check of logins",
                stronger.stream()
                        .filter(it -> Set.of(401, 403).contains(it.status()))
                        .map(it -> "%d from %s with %s"
                                .formatted(
                                        it.status(),
                                        it.operation(),
                                        String.join(
                                                ", ", it.it().condition().info().changes())))
                        .toList());
    }

    /** Those that a client could follow. */
    private static Stream<Answer> challenged(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.probe() == null
                        && Answer.mayBeRefused(it.it())
                        && it.evidence().isRefusal())
                .filter(it -> demands(it)
                        .anyMatch(demand -> maxAge(demand) != null
                                || !words(demand.param("acr_values")).isEmpty()));
    }

    private static Stream<Challenge> demands(Answer answer) {
        return answer.evidence().challenges(answer.it().scheme().challengeScheme()).stream()
                .filter(challenge -> CODE.equals(challenge.param("error")));
    }

    private static @Nullable Duration maxAge(Challenge demand) {
        String seconds = demand.param("max_age");
        return seconds != null && seconds.matches(SECONDS) ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static List<String> words(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.trim().split(" +", -1))
                        .filter(it -> !it.isEmpty())
                        .toList();
    }
}
