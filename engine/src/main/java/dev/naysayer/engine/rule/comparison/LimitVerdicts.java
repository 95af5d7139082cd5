package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Declared;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each rule of {@link Limit} makes of the answers. */
final class LimitVerdicts {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    private LimitVerdicts() {}

    static Verdict limited(Tries tries) {
        Declared<Integer> declared = tries.declared();
        int last = tries.last().status();
        if (declared != null && last != declared.value()) {
            return Verdict.violated(
                    "%d to the last of %s".formatted(declared.value(), tries.wrongOnes()),
                    String.valueOf(last),
                    Clause.must(SpecReference.of(declared)));
        }
        // Nobody finds a key by trying, so whoever has one may get through beside those who try.
        return tries.isStopped() || tries.isSlowed() || !tries.what().namesSomebody()
                ? Verdict.passed()
                : new Verdict.Violated(
                        "the good one refused behind %s, or a longer wait for each answer".formatted(tries.wrongOnes()),
                        "%d to the last wrong one, and %d to the good one"
                                .formatted(last, tries.atOnce().get(0).status()),
                        tries.what().clause());
    }

    static Verdict hidden(Tries tries) {
        if (!tries.what().namesSomebody() || !tries.isStoppedEachTime()) {
            return Verdict.notApplicable("the good one is not refused behind wrong ones");
        }
        List<Appearance> good = tries.atOnce().stream().map(tries::look).toList();
        Appearance wrong = tries.look(tries.between());
        return new Habit(good.get(0), good.get(1)).likeness(wrong) == Habit.Likeness.UNLIKE
                ? Verdict.violated(
                        "the answer to a wrong %s".formatted(tries.what().what()),
                        "to the good one: %s".formatted(good.get(0).unlike(wrong)))
                : Verdict.passed();
    }

    static Verdict answered429(Tries tries) {
        if (tries.declared() != null) {
            return Verdict.notApplicable("the suite says the status itself");
        }
        int first = tries.first().status();
        return Stream.of(tries.last(), tries.between())
                .map(Answer::status)
                .filter(status -> status != UNAUTHORIZED && status != first)
                .findFirst()
                .map(status -> status == TOO_MANY ? Verdict.passed() : Verdict.violated("429", String.valueOf(status)))
                .orElseGet(() -> Verdict.notApplicable("the last wrong one is answered as the first"));
    }

    static Verdict alike(Tries tries) {
        if (!tries.what().namesSomebody()) {
            return Verdict.notApplicable("a wrong key names nobody");
        }
        Appearance known = tries.look(tries.last());
        Appearance unknown = tries.look(tries.lastUnknown());
        return isUnlike(tries, known, unknown)
                ? Verdict.violated(
                        "the answer to the last of %s, whoever they are tried of".formatted(tries.wrongOnes()),
                        "of one whom nobody knows: %s".formatted(unknown.unlike(known)))
                : Verdict.passed();
    }

    /** Beside the one before it or the one behind it, whichever is like it: the last one may be the one that fills the limit. */
    private static boolean isUnlike(Tries tries, Appearance known, Appearance unknown) {
        return Stream.of(tries.lastButOne(), tries.between())
                .map(it -> new Habit(known, tries.look(it)))
                .filter(Habit::isSteady)
                .findFirst()
                .map(habit -> habit.likeness(unknown) == Habit.Likeness.UNLIKE)
                // Of an API that answers the same mistake in another way each time the status alone says something.
                .orElse(known.status() != unknown.status());
    }

    static Verdict goodAgain(Tries tries) {
        if (!tries.isLimited()) {
            return Verdict.notApplicable("nobody was stopped");
        }
        return tries.isGoodAgain()
                ? Verdict.passed()
                : Verdict.violated(
                        "the good %s gets through %d s after the last wrong one"
                                .formatted(
                                        tries.what().what(),
                                        tries.pause().value().toSeconds()),
                        "%d%s".formatted(tries.again().status(), tries.askedToWait()),
                        Clause.must(SpecReference.of(tries.pause())));
    }

    /** The first 429 that breaks a rule about one answer; not applicable where there is none. */
    static Verdict judgedBy(Tries tries, String rule) {
        Rule judge = Rules.ALL.stream()
                .filter(it -> it.info().id().equals(rule))
                .findFirst()
                .orElseThrow();
        List<Verdict> verdicts = tries.inTheMiddle()
                .filter(it -> it.status() == TOO_MANY)
                .map(it -> judge.judge(it.it(), it.evidence()))
                .toList();
        Optional<Verdict> broken =
                verdicts.stream().filter(Verdict.Violated.class::isInstance).findFirst();
        return broken.orElse(
                verdicts.isEmpty()
                        ? Verdict.notApplicable("none of the wrong ones was answered by 429")
                        : Verdict.passed());
    }
}
