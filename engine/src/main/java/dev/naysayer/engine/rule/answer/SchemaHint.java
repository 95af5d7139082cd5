package dev.naysayer.engine.rule.answer;

import java.util.regex.Pattern;

/** Whether a text tells what a GraphQL schema holds, for rules over several answers. */
public final class SchemaHint {

    /** What leaks does so at the beginning. */
    private static final int SEARCHED = 10_000;

    private SchemaHint() {}

    /** Whether one of the patterns that the rule {@code no-schema-hint} knows is in it. */
    public static boolean isIn(String text) {
        String searched = text.substring(0, Math.min(text.length(), SEARCHED));
        for (Pattern pattern : LeakPatterns.SCHEMA_HINTS) {
            if (pattern.matcher(searched).find()) {
                return true;
            }
        }
        return false;
    }
}
