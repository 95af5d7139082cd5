package dev.naysayer.engine.evidence;

import java.util.List;
import java.util.regex.Pattern;

/** What differs from one answer to the next anyway: marks of time, and of the single answer. */
public final class Varying {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?|\\b1\\d{9}(?:\\d{3})?\\b");
    private static final Pattern ID = Pattern.compile("\\b(?=[0-9a-fA-F]*\\d)[0-9a-fA-F]{16,}\\b");

    /** Members of a body, and parameters of a challenge, that many APIs set anew in each answer. */
    private static final Pattern MOMENTARY = Pattern.compile(
            "((?i:\"(?:timestamp|time|date|(?:request|trace|span|correlation|transaction|error|log|event)[_-]?id|nonce)\"\\s*:\\s*"
                    + "|\\b(?:nonce|opaque)=))(?:\"[^\"]*\"|\\[[^\\]]*]|[^\\s,}\"]+)");

    private Varying() {}

    /** The text with {@code (varies)} in the place of each such mark. */
    public static String masked(String text) {
        String result = MOMENTARY.matcher(text).replaceAll("$1(varies)");
        for (Pattern mark : List.of(UUID, TIME, ID)) {
            result = mark.matcher(result).replaceAll("(varies)");
        }
        return result;
    }
}
