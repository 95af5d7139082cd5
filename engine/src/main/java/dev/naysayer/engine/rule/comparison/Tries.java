package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Limits;
import dev.naysayer.engine.credential.condition.Guess;
import dev.naysayer.engine.credential.condition.Guess.Turn;
import dev.naysayer.engine.credential.condition.Guessing;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers to passwords that were tried one after the other.
 *
 * @param what what was tried
 * @param before to the good one, before them
 * @param unknown to the wrong ones of a made-up user, in their order
 * @param known to the wrong ones of the user whose account it is, in their order; none of what names nobody
 * @param atOnce to the good one right behind them, and once more behind {@code between}
 * @param between to a further wrong one between these two
 * @param again to the good one after the wait
 */
record Tries(
        Guessing what,
        Answer before,
        List<Answer> unknown,
        List<Answer> known,
        List<Answer> atOnce,
        Answer between,
        Answer again) {

    private static final int TOO_MANY = 429;
    private static final Duration SLOW = Duration.ofSeconds(1);

    /** Null where nobody tried, or where something of it has no answer. */
    static @Nullable Tries of(List<Answer> answers) {
        List<Answer> before = of(answers, Turn.GOOD_BEFORE);
        List<Answer> unknown = of(answers, Turn.UNKNOWN);
        List<Answer> known = of(answers, Turn.KNOWN);
        List<Answer> atOnce = of(answers, Turn.GOOD_AT_ONCE);
        List<Answer> between = of(answers, Turn.IN_BETWEEN);
        List<Answer> again = of(answers, Turn.GOOD_AGAIN);
        if (Stream.of(before, unknown, between, again).anyMatch(List::isEmpty) || atOnce.size() != 2) {
            return null;
        }
        Guessing what = ((Guess) before.get(0).it().condition()).what();
        return known.size() != (what.namesSomebody() ? unknown.size() : 0)
                ? null
                : new Tries(what, before.get(0), unknown, known, atOnce, between.get(0), again.get(0));
    }

    private static List<Answer> of(List<Answer> answers, Turn turn) {
        return answers.stream()
                .filter(it -> it.probe() == Probe.LIMITS)
                .filter(it -> it.it().condition() instanceof Guess guess && guess.turn() == turn)
                .toList();
    }

    /** Without it nobody would have tried. */
    private Limits limits() {
        return Objects.requireNonNull(before.it().suite().limits());
    }

    /** With which status the suite says that the last wrong password is refused. */
    @Nullable
    Declared<Integer> declared() {
        return limits().status();
    }

    /** How long the suite says that it lasts, and where. */
    Declared<Duration> pause() {
        return Declared.of(limits().pause(), limits().at());
    }

    boolean isGoodBefore() {
        return before.it().letsIn(before.status());
    }

    boolean isGoodAgain() {
        return again.it().letsIn(again.status());
    }

    /** Those behind which the good one comes: of the user whose account it is, or all there are. */
    private List<Answer> tried() {
        return known.isEmpty() ? unknown : known;
    }

    Answer first() {
        return tried().get(0);
    }

    Answer last() {
        return tried().get(tried().size() - 1);
    }

    /** There are two at least. */
    Answer lastButOne() {
        return tried().get(tried().size() - 2);
    }

    /** {@code 10 wrong passwords}. */
    String wrongOnes() {
        return "%d wrong %ss".formatted(tried().size(), what.what());
    }

    /** How an answer looks, but for the name that was sent, which whoever sent it knows. */
    Appearance look(Answer answer) {
        Appearance look = Appearance.of(answer);
        return answer.it().condition() instanceof Guess guess
                ? answer.it()
                        .presents()
                        .varied()
                        .accounts()
                        .map(guess::nameSent)
                        .reduce(look, Appearance::without, (one, other) -> one)
                : look;
    }

    Answer lastUnknown() {
        return unknown.get(unknown.size() - 1);
    }

    /** Whether the good one is refused behind wrong ones as well; one that gets through may have done so by chance. */
    boolean isStopped() {
        return atOnce.stream().anyMatch(it -> !it.it().letsIn(it.status()));
    }

    /** Whether the good one is refused however often it is shown. */
    boolean isStoppedEachTime() {
        return atOnce.stream().noneMatch(it -> it.it().letsIn(it.status()));
    }

    /** Whether the last wrong one waits for its answer much longer than the first. */
    boolean isSlowed() {
        Duration first = first().took();
        Duration last = last().took();
        return first != null && last != null && last.minus(first).compareTo(SLOW) >= 0;
    }

    /** Whether anything was done that may last. */
    boolean isLimited() {
        return isStopped() || last().status() != first().status() || last().status() == TOO_MANY;
    }

    /** What the API itself said of how long it lasts; empty where it said nothing. */
    String askedToWait() {
        return last().evidence().response().headers("Retry-After").stream()
                .findFirst()
                .map("; the last wrong one was told Retry-After: %s"::formatted)
                .orElse("");
    }

    /** All but the first and the last of all, behind which nobody was stopped yet, or is any more. */
    Stream<Answer> inTheMiddle() {
        return Stream.of(unknown.stream(), known.stream(), atOnce.stream(), Stream.of(between))
                .flatMap(it -> it);
    }
}
