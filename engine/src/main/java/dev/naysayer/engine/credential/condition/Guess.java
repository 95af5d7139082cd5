package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;

/**
 * One of the passwords that are tried one after the other, or the good one between them.
 *
 * @param turn whose turn it is
 * @param number which of the wrong passwords it is, from 1; 0 of the good one
 */
public record Guess(Turn turn, int number) implements CredentialCondition {

    /** In the order in which they are sent. */
    public enum Turn {
        /** The good password, before anybody guesses. */
        GOOD_BEFORE("good-before-guesses"),
        /** Wrong passwords of a user whom nobody knows. */
        UNKNOWN_USER("guess-unknown-user"),
        /** Wrong passwords of the user whose account it is. */
        KNOWN_USER("guess-known-user"),
        /** The good password right behind them. */
        GOOD_AT_ONCE("good-behind-guesses"),
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
            return this != UNKNOWN_USER && this != KNOWN_USER;
        }
    }

    @Override
    public ConditionInfo info() {
        ConditionInfo.Builder words = BasicInfo.of(
                        turn.isGood() ? turn.yaml() : "%s-%d".formatted(turn.yaml(), number),
                        turn.isGood() ? "the good password" : "a made-up password after others")
                .optIn();
        // Whatever the API does against guessing may be done to the good one, too.
        return (turn.isGood()
                        ? words.acceptedOrRefused(401, 403, 423, 429, 503)
                        : words.refused(401, 403, 423, 429, 503))
                .changes("text")
                .because("Whoever may try on and on finds the password.", securityAdvice(asvs("6.3.1")));
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return turn.isGood() ? good : good.withText(text -> wrong(Pair.of(text)).text());
    }

    private Pair wrong(Pair good) {
        Pair guessed = good.withPassword(MadeUp.like(good.password(), number));
        return turn == Turn.UNKNOWN_USER ? guessed.withUser(MadeUp.like(good.user())) : guessed;
    }
}
