package dev.naysayer.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Something wrong with a suite, told the way a good compiler tells it.
 *
 * @param at the place
 * @param message what is wrong, in one line
 * @param sourceLine the line of the file as the author wrote it
 * @param nextStep what to do about it
 */
public record Problem(Position at, String message, String sourceLine, String nextStep) {

    /** A problem that was found only when a value was used: the line is fetched from the file again. */
    public static Problem in(Path suite, Position at, String message, String nextStep) {
        try {
            String line = new SourceText(at.file(), Files.readString(suite)).line(at.line(), Set.of());
            return new Problem(at, message, line, nextStep);
        } catch (IOException e) {
            return new Problem(at, message, "", nextStep);
        }
    }

    /** Place and message, the source line, and a caret with the next step. */
    @Override
    public String toString() {
        return "%s: %s%n  | %s%n  | %s^ %s"
                .formatted(at, message, sourceLine, " ".repeat(Math.max(0, at.column() - 1)), nextStep);
    }
}
