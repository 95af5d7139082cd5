package dev.naysayer.engine.evidence;

/**
 * Something in the form of the field that every recipient has to take and no sender should write.
 *
 * @param kind which liberty was taken
 * @param line the field line, as it was sent
 * @param offset where in the line, counted in characters from 0
 */
public record Liberty(Kind kind, String line, int offset) {

    /** What senders are told not to do while recipients are told to bear it. */
    public enum Kind {
        /** RFC 9110 section 5.6.3. */
        BAD_WHITESPACE("a blank beside the equals sign"),
        /** RFC 9110 section 5.6.1. */
        EMPTY_MEMBER("an empty list member"),
        /** RFC 9110 section 5.6.4. */
        NEEDLESS_QUOTED_PAIR("a backslash that nothing needs"),
        /** RFC 9110 section 11.6.1. */
        FURTHER_CHALLENGE("another challenge on the same line");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** The line, and below it a caret with what is there. */
    public String describe() {
        return MarkedLine.describe(line, offset, kind.words);
    }
}
