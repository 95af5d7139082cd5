package dev.naysayer.reports.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What was seen in a case, and what of it may differ although it is the same thing.
 *
 * <p>Problem: a trace id, a port or the name of a realm would make a hundred causes of one. Choice: what looks like that counts as the
 * same, and is left out where it does differ; a status never is, since it is what most findings are about.
 */
final class Seen {

    private static final String LEFT_OUT = "…";

    /**
     * A border of a word, beside a letter of another script too: to {@code \b} such a letter is part of the word up to JDK 18 and not
     * from 19 on, and what counts as the same must not depend on who runs the tests.
     */
    private static final String BORDER = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";

    private static final Pattern CHANGING = Pattern.compile(String.join(
                    "|",
                    // What an API calls itself and says to people; its error code is another thing.
                    "(?<=\\b(?:realm|error_description|error_uri|resource_metadata|nonce|opaque|scope)=\")[^\"]*",
                    // The name of a case.
                    "(?:\\b[A-Z]{3,10} )?/\\S* › [\\w.-]+(?:, (?:[A-Z]{3,10} )?/\\S* › [\\w.-]+)*",
                    "\\b\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(?:Z|[+-]\\d\\d:\\d\\d)?",
                    "\\b[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT",
                    // A UUID, a trace id.
                    "\\b(?=[\\w-]*\\d)(?=[\\w-]*[A-Za-z])[\\w-]{16,}\\b",
                    "\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b",
                    // A status stands alone; a value and an amount do not.
                    "(?<=[=:]|[=:] )\\d+(?:[.,]\\d+)*\\b",
                    "\\b(?![1-5]\\d\\d\\b)\\d+(?:[.,]\\d+)*\\b",
                    "\\b\\d+(?= (?:s|ms|bytes|cases|answers|of)\\b)")
            .replace("\\b", BORDER));

    /** What a comparison says before what was seen. */
    private static final Pattern WHICH_ANSWERS =
            Pattern.compile("^(?:the one answer|all \\d+ answers|\\d+ of \\d+ answers)(?:, (?:to|all but) [^:]*)?: ");

    private Seen() {}

    /** The same for texts that tell the same. */
    static String folded(String text) {
        return CHANGING.matcher(WHICH_ANSWERS.matcher(text).replaceFirst("")).replaceAll(LEFT_OUT);
    }

    /**
     * What texts that {@link #folded} makes the same have in common.
     *
     * @param texts at least one
     */
    static String common(Collection<String> texts) {
        List<String> different = texts.stream().distinct().toList();
        if (different.size() == 1) {
            return different.get(0);
        }
        List<String> plain = different.stream()
                .map(text -> WHICH_ANSWERS.matcher(text).replaceFirst(""))
                .toList();
        List<String> common = changing(plain.get(0));
        for (String text : plain) {
            List<String> here = changing(text);
            for (int i = 0; i < common.size(); i++) {
                if (!common.get(i).equals(here.get(i))) {
                    common.set(i, LEFT_OUT);
                }
            }
        }
        String[] between = CHANGING.split(plain.get(0), -1);
        StringBuilder text = new StringBuilder(between[0]);
        for (int i = 0; i < common.size(); i++) {
            text.append(common.get(i)).append(between[i + 1]);
        }
        return text.toString();
    }

    private static List<String> changing(String text) {
        return new ArrayList<>(Arrays.asList(
                CHANGING.matcher(text).results().map(MatchResult::group).toArray(String[]::new)));
    }
}
