package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.standard.Clause;

/**
 * One of the passwords that are tried one after the other, or the good one between them.
 *
 * @param what what is tried
 * @param turn whose turn it is
 * @param number which one of those of its turn it is, from 1; 0 where there is one
 */
public record Guess(Guessing what, Turn turn, int number) implements CredentialCondition {

    private static final Clause ADVICE = securityAdvice(asvs("6.3.1"));

    /** In the order in which they are sent. */
    public enum Turn {
        /** The good password, before anybody guesses. */
        GOOD_BEFORE("good-before-guesses"),
        /** Wrong passwords of a user whom nobody knows. */
        UNKNOWN("guess-unknown"),
        /** Wrong passwords of the user whose account it is. */
        KNOWN("guess-known"),
        /** The good password right behind them, and once more behind a further wrong one. */
        GOOD_AT_ONCE("good-behind-guesses"),
        /** The wrong password between those two. */
        IN_BETWEEN("guess-in-between"),
        /** The good password after the wait. */
        GOOD_AGAIN("good-after-wait");

        private final String yaml;

        Turn(String yaml) {
            this.yaml = yaml;
        }

        /** What it is called in reports. */
        public String yaml() {
            return yaml;
        }

        /** Whether the password is the good one. */
        public boolean isGood() {
            return this == GOOD_BEFORE || this == GOOD_AT_ONCE || this == GOOD_AGAIN;
        }
    }

    @Override
    public ConditionInfo info() {
        ConditionInfo.Builder words = ConditionInfo.of(
                        what.group(),
                        name(),
                        turn.isGood()
                                ? "the good %s".formatted(what.what())
                                : "a made-up %s after others".formatted(what.what()))
                .errors(Expectation.NO_ERROR)
                .optIn();
        // Whatever the API does against guessing may be done to the good one, too.
        return (turn.isGood()
                        ? words.acceptedOrRefused(401, 403, 423, 429, 503)
                        : words.refused(401, 403, 423, 429, 503))
                .changes("text")
                .because("Whoever may try on and on finds the %s.".formatted(what.what()), ADVICE);
    }

    /** {@code guess-known-user-2}. */
    private String name() {
        return switch (turn) {
            case UNKNOWN, KNOWN -> "%s-%s-%d".formatted(turn.yaml(), what.whose(), number);
            case GOOD_AT_ONCE -> "%s-%d".formatted(turn.yaml(), number);
            case GOOD_BEFORE, IN_BETWEEN, GOOD_AGAIN -> turn.yaml();
        };
    }

    /** Whose password it says that it is, where the good one is of this name. */
    public String nameSent(String good) {
        return turn == Turn.UNKNOWN ? MadeUp.like(good) : good;
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return turn.isGood() ? good : what.wrong(good, number, turn == Turn.UNKNOWN);
    }
}
