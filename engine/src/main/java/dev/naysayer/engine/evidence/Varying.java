package dev.naysayer.engine.evidence;

import java.util.List;
import java.util.regex.Pattern;

/** What differs from one answer to the next anyway: marks of time, of the single answer, and of how often was tried. */
public final class Varying {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?|\\b1\\d{9}(?:\\d{3})?\\b");
    private static final Pattern ID = Pattern.compile("\\b(?=[0-9a-fA-F]*\\d)[0-9a-fA-F]{16,}\\b");

    /** {@code Sat, 28 Nov 2026 05:21:28 GMT} and {@code 05:21:28}. */
    private static final Pattern DATE = Pattern.compile(
            "(?:\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?\\b\\d{1,2}[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ -]\\d{2,4}\\b"
                    + "|\\b\\d{1,2}:\\d\\d:\\d\\d(?: (?:GMT|UTC))?\\b");

    private static final String TRY =
            "(?:attempts?|tries|try|retries|retry|guess(?:es)?|failures?|logins?)(?:\\(s\\))?";

    /** {@code 2 attempts left}, {@code attempt 3 of 5}: whoever tries a password again is told another number. */
    private static final Pattern COUNTER = Pattern.compile(
            "(?i)\\b(?:\\d+|no|one|two|three|four|five|six|seven|eight|nine|ten) (?:(?:more|further|remaining|failed|unsuccessful|invalid|incorrect|login|sign-?in|password) ){0,3}"
                    + TRY + "(?!\\w)" + "|\\b" + TRY
                    + "(?: (?:left|remaining))? ?[:#=]? ?\\d+(?: ?(?:of|/) ?\\d+)?\\b");

    /** {@code try again in 30 seconds}. */
    private static final Pattern WAIT =
            Pattern.compile("(?i)\\b\\d+ ?(?:ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|h|hours?)\\b");

    /** Members of a body, and parameters of a challenge, that many APIs set anew in each answer. */
    private static final Pattern MOMENTARY = Pattern.compile(
            "((?i:\"(?:timestamp|time|date|(?:request|trace|span|correlation|transaction|error|log|event)[_-]?id|nonce"
                    + "|\\w{0,40}(?:attempts|tries|retries)\\w{0,40}|remaining\\w{0,40}|retry[_-]?(?:after|in)|lock(?:ed|out)?[_-]?(?:until|for|seconds|time))\"\\s*:\\s*"
                    + "|\\b(?:nonce|opaque)=))(?:\"[^\"]*\"|\\[[^\\[\\]]*+]|[^\\s,}\"]++)");

    private Varying() {}

    /** The text with {@code (varies)} in the place of each such mark. */
    public static String masked(String text) {
        String result = MOMENTARY.matcher(text).replaceAll("$1(varies)");
        for (Pattern mark : List.of(UUID, TIME, DATE, ID, COUNTER, WAIT)) {
            result = mark.matcher(result).replaceAll("(varies)");
        }
        return result;
    }
}
