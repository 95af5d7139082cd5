package dev.naysayer.engine.standard;

import java.util.Arrays;

/** How binding a rule is: the standard's own keyword (RFC 2119), never the caller's opinion. */
public enum Level {
    /** Breaking it is a violation. */
    MUST("MUST"),
    /** Breaking it is a warning; where the run is strict, a violation. */
    SHOULD("SHOULD"),
    /** A security guideline without the force of a protocol standard; breaking it counts as that of a SHOULD. */
    SECURITY_ADVICE("security advice"),
    /** The standard allows both; told for information. */
    MAY("MAY"),
    /** Good practice; told for information. */
    ADVICE("advice");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    /**
     * Whether breaking such a rule fails.
     *
     * @param strict whether what else only warns fails too
     */
    public boolean fails(boolean strict) {
        return this == MUST || (strict && warns());
    }

    /** Whether breaking such a rule is told loudly where it does not fail. */
    public boolean warns() {
        return this == SHOULD || this == SECURITY_ADVICE;
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
