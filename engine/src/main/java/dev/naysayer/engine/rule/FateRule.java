package dev.naysayer.engine.rule;

/**
 * A rule that tells what became of the credential: let in, sent elsewhere, or refused with another status than the right one.
 *
 * <p>That is one fact, so of all such rules that are broken only one speaks; the first in the list of rules.
 */
public interface FateRule extends Rule {

    /** What was let in, sent elsewhere or fell over is no refusal. */
    @Override
    default boolean speaksOfEveryAnswer() {
        return true;
    }
}
