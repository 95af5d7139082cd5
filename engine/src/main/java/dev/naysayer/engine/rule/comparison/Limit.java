package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MAY;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.asvs;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.plan.LimitCases;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.function.Function;

/**
 * What is asked of an API against which passwords are tried one after the other.
 *
 * <p>Only a suite that says so by {@code limits} has them tried. All constants look at the same answers, which are asked for once.
 */
@SuppressWarnings("ImmutableEnumChecker") // words and functions never change
enum Limit implements Comparison {
    GUESSING_LIMITED(
            rule("guessing-limited", SECURITY_ADVICE, asvs("6.3.1"))
                    .summary("Whoever tries one password after the other is stopped")
                    .why("A program tries thousands in a minute, and lists of what people choose are short.")
                    .clients("Honest ones mistype twice, and notice nothing of a limit.")
                    .fix("Count failures by user and by address, and answer 429, or lock the account for a while."),
            LimitVerdicts::limited),
    LIMIT_HIDES_PASSWORD(
            rule("limit-hides-password", SECURITY_ADVICE, asvs("6.3.1"))
                    .summary("Whoever is stopped does not learn whether the password was right")
                    .why(
                            "A program goes on trying behind the limit, and knows by another answer that it has found the password.")
                    .clients("Honest ones wait in either case.")
                    .fix(
                            "Look at the limit before the password, and answer without looking at it where the limit is full."),
            LimitVerdicts::hidden),
    GUESSES_ANSWERED_429(
            rule("guesses-answered-429", MAY, rfc(6585, "4"))
                    .summary("Too many wrong passwords are answered by 429, and not by what means something else")
                    .why("A 403 says that this user may not do this, and a 503 that the API is down.")
                    .clients(
                            "They tell the user of a missing right, or raise an alarm, where a minute of waiting helps.")
                    .fix("Answer 429 where only the number of attempts is the reason."),
            LimitVerdicts::answered429),
    THROTTLED_GUESS_SAYS_WHEN(
            rule("throttled-guess-says-when", MAY, rfc(6585, "4"))
                    .summary("A 429 to a password too many says how long to wait")
                    .why("Whoever is not told tries again too early, and begins the wait anew.")
                    .clients("They try again at once, or after a time of their own.")
                    .fix("Send Retry-After with seconds or a date."),
            tries -> LimitVerdicts.judgedBy(tries, "retry-after-follows-429")),
    THROTTLED_GUESS_NOT_STORED(
            rule("throttled-guess-not-stored", MUST, rfc(6585, "4"))
                    .summary("No cache is allowed to keep the 429 to a password too many")
                    .why("A kept 429 throttles those who know their password, and outlasts the limit.")
                    .clients("They wait as told, try the right password, and get the old 429 from the cache.")
                    .fix("Send Cache-Control: no-store with a 429, and nothing that says how long it is fresh."),
            tries -> LimitVerdicts.judgedBy(tries, "throttling-not-stored")),
    LIMITS_NOT_ENUMERABLE(
            rule("limits-not-enumerable", SECURITY_ADVICE, asvs("6.3.8"))
                    .summary("A user whom nobody knows is stopped as one who is there")
                    .why("Whoever tries wrong passwords on purpose learns by the limit who has an account.")
                    .clients("Honest ones notice nothing.")
                    .fix("Count failures by the name that was sent, whether or not there is such a user."),
            LimitVerdicts::alike),
    GOOD_AGAIN_AFTER_LIMIT(
            rule("good-again-after-limit", MUST, SpecReference.SUITE)
                    .summary("The good password gets through again after the wait that the suite states")
                    .why("Anybody who knows a name can lock its user out, for longer than everybody was told.")
                    .clients("They wait as they were told, and are refused with the right password.")
                    .fix("End the limit by itself, after the time that is documented and told in Retry-After."),
            LimitVerdicts::goodAgain);

    private final RuleInfo info;
    private final Function<Tries, Verdict> verdict;

    Limit(RuleInfo info, Function<Tries, Verdict> verdict) {
        this.info = info;
        this.verdict = verdict;
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public String test() {
        return "limits";
    }

    /** Of several shards the one that has the operation. */
    @Override
    public boolean concerns(List<ContractCase> planned) {
        return LimitCases.of(planned.get(0).suite()).stream()
                .limit(1)
                .anyMatch(turned -> planned.stream()
                        .anyMatch(it -> it.operation()
                                .name()
                                .equals(turned.it().operation().name())));
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        return answers.stream()
                .limit(1)
                .flatMap(it -> LimitCases.of(it.it().suite()).stream())
                .map(it -> new Question(Probe.LIMITS, it.it(), it.pause()))
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        Tries tries = Tries.of(answers);
        if (tries == null) {
            return Verdict.notApplicable(
                    "nobody tried one password after the other: 'limits' names whose account may be locked, and a safe operation asks for it");
        }
        return tries.isGoodBefore()
                ? verdict.apply(tries)
                : Verdict.inconclusive("the good %s did not get through before: %d from %s"
                        .formatted(
                                tries.what().what(),
                                tries.before().status(),
                                tries.before().operation()));
    }
}
