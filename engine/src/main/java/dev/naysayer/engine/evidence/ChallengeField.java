package dev.naysayer.engine.evidence;

import java.util.List;

/** What all {@code WWW-Authenticate} lines of a response say together (RFC 9110 section 11.6.1). */
public sealed interface ChallengeField {

    /**
     * Every line keeps to the grammar.
     *
     * @param challenges in the order they were sent; empty where there is no line or only empty ones
     */
    record Parsed(List<Challenge> challenges) implements ChallengeField {

        public Parsed {
            challenges = List.copyOf(challenges);
        }
    }

    /**
     * A line leaves the grammar, so nothing the field says can be relied upon.
     *
     * @param line the first such line, as it was sent
     * @param offset where it stops making sense, counted in characters from 0; if it ends too early, where its value
     *     ends, before any blanks
     * @param reason one plain sentence, {@code expected a closing quote}
     */
    record Broken(String line, int offset, String reason) implements ChallengeField {

        /** The line, and below it a caret with the reason; control characters show as symbols so the caret fits. */
        public String describe() {
            return MarkedLine.describe(line, offset, reason);
        }
    }
}
