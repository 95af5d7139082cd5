package dev.naysayer.engine.evidence;

/**
 * Letters of names in the protocol, which are ASCII: their case does not matter, and that of no others is known.
 *
 * <p>Problem: {@code String.toLowerCase} takes a quadratic time where a letter becomes two, as U+0130 does.
 */
final class Ascii {

    private Ascii() {}

    /** The text with A to Z in lower case. */
    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }
}
