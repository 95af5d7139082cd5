package dev.naysayer.engine.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which findings make a test red. What could not be tested is never green, whichever it is. */
public enum FailOn {
    /** A broken MUST. */
    MUST,
    /** What else only warns, too: a broken SHOULD or security advice. */
    SHOULD,
    /** A broken MUST that the baseline does not have. */
    NEW,
    /** None. */
    NEVER;

    /** The one that is called so; empty where none is. */
    public static Optional<FailOn> named(String word) {
        return Arrays.stream(values()).filter(it -> it.toString().equals(word)).findFirst();
    }

    /** {@code must, should, new or never}. */
    public static String words() {
        String all = Arrays.stream(values()).map(FailOn::toString).collect(Collectors.joining(", "));
        return all.replaceFirst(", (?=[^,]*$)", " or ");
    }

    /** Whether what else only warns fails, too. */
    public boolean strict() {
        return this == SHOULD;
    }

    /** As settings spell it, {@code must}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
