package dev.naysayer.engine.rule;

import java.util.Arrays;

/** How binding a rule is: the standard's own keyword (RFC 2119), never the caller's opinion. */
public enum Level {
    /** Breaking it is a violation. */
    MUST("MUST"),
    /** Breaking it is a warning. */
    SHOULD("SHOULD"),
    /** A security guideline without the force of a protocol standard; breaking it is a warning. */
    SECURITY_ADVICE("security advice"),
    /** The standard allows both; told for information. */
    MAY("MAY"),
    /** Good practice; told for information. */
    ADVICE("advice");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    /** The level that reports call so; throws NoSuchElementException for any other word. */
    public static Level named(String words) {
        return Arrays.stream(values())
                .filter(level -> level.words.equals(words))
                .findFirst()
                .orElseThrow();
    }

    /** As it stands in reports. */
    @Override
    public String toString() {
        return words;
    }
}
