package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Limits;
import dev.naysayer.engine.credential.condition.Guess;
import dev.naysayer.engine.credential.condition.Guess.Turn;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.answer.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers to passwords that were tried one after the other.
 *
 * @param before to the good one, before them
 * @param unknown to the wrong ones of a made-up user, in their order
 * @param known to the wrong ones of the user whose account it is, in their order
 * @param atOnce to the good one right behind them
 * @param again to the good one after the wait
 */
record Tries(Answer before, List<Answer> unknown, List<Answer> known, Answer atOnce, Answer again) {

    /** Null where nobody tried, or where something of it has no answer. */
    static @Nullable Tries of(List<Answer> answers) {
        List<Answer> before = of(answers, Turn.GOOD_BEFORE);
        List<Answer> unknown = of(answers, Turn.UNKNOWN_USER);
        List<Answer> known = of(answers, Turn.KNOWN_USER);
        List<Answer> atOnce = of(answers, Turn.GOOD_AT_ONCE);
        List<Answer> again = of(answers, Turn.GOOD_AGAIN);
        return Stream.of(before, unknown, known, atOnce, again).anyMatch(List::isEmpty)
                        || unknown.size() != known.size()
                ? null
                : new Tries(before.get(0), unknown, known, atOnce.get(0), again.get(0));
    }

    private static List<Answer> of(List<Answer> answers, Turn turn) {
        return answers.stream()
                .filter(it -> it.probe() == Probe.LIMITS)
                .filter(it -> it.it().condition() instanceof Guess guess && guess.turn() == turn)
                .toList();
    }

    private @Nullable Limits limits() {
        return before.it().suite().limits();
    }

    /** With which status the suite says that the last wrong password is refused. */
    @Nullable
    Declared<Integer> declared() {
        Limits limits = limits();
        return limits == null ? null : limits.status();
    }

    boolean isGoodBefore() {
        return before.it().letsIn(before.status());
    }

    boolean isGoodAgain() {
        return again.it().letsIn(again.status());
    }

    int firstOfKnown() {
        return known.get(0).status();
    }

    int lastOfKnown() {
        return known.get(known.size() - 1).status();
    }

    int lastOfUnknown() {
        return unknown.get(unknown.size() - 1).status();
    }

    /** Whether whoever guesses is stopped: by another answer than the first, or by one that the good password gets as well. */
    boolean isLimited() {
        return lastOfKnown() != firstOfKnown()
                || lastOfKnown() == 429
                || !atOnce.it().letsIn(atOnce.status());
    }

    /** {@code 30 s}. */
    String waited() {
        Limits limits = limits();
        return limits == null ? "some time" : limits.pause().toSeconds() + " s";
    }

    /** What the API itself said of how long it lasts; empty where it said nothing. */
    String askedToWait() {
        return known.get(known.size() - 1).evidence().response().headers("Retry-After").stream()
                .findFirst()
                .map("; the last wrong one was told Retry-After: %s"::formatted)
                .orElse("");
    }

    /** The first that breaks a rule about one answer; not applicable where it speaks of none of them. */
    Verdict judgedBy(String rule) {
        Rule judge = Rules.ALL.stream()
                .filter(it -> it.info().id().equals(rule))
                .findFirst()
                .orElseThrow();
        List<Verdict> verdicts = Stream.of(unknown.stream(), known.stream(), Stream.of(atOnce))
                .flatMap(it -> it)
                .filter(it -> it.status() == 429)
                .map(it -> judge.judge(it.it(), it.evidence()))
                .toList();
        return verdicts.stream()
                .filter(Verdict.Violated.class::isInstance)
                .findFirst()
                .orElse(
                        verdicts.isEmpty()
                                ? Verdict.notApplicable("no password was answered by 429")
                                : Verdict.passed());
    }
}
