package dev.naysayer.dsl;

/**
 * Something wrong with a suite, told the way a good compiler tells it.
 *
 * @param at the place
 * @param message what is wrong, in one line
 * @param sourceLine the line of the file as the author wrote it
 * @param nextStep what to do about it
 */
public record Problem(Position at, String message, String sourceLine, String nextStep) {

    /** Place and message, the source line, and a caret with the next step. */
    @Override
    public String toString() {
        return "%s: %s%n  | %s%n  | %s^ %s"
                .formatted(at, message, sourceLine, " ".repeat(Math.max(0, at.column() - 1)), nextStep);
    }
}
