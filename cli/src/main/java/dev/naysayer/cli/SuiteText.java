package dev.naysayer.cli;

import dev.naysayer.dsl.VisibleText;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of others as a suite can hold them: whatever a document says, what is written stays YAML. */
final class SuiteText {

    private static final int LONGEST_COMMENT = 200;

    /** What YAML shows as it is (YAML 1.2.2 section 5.1), without what breaks lines. */
    private static final String PRINTABLE =
            "[ -~\\x{A0}-\\x{2027}\\x{202A}-\\x{D7FF}\\x{E000}-\\x{FEFE}\\x{FF00}-\\x{FFFD}]";

    /** Words, and names of operations. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z][A-Za-z0-9._-]*|[A-Z]+ (/|(/([A-Za-z0-9._-]+|\\{[A-Za-z0-9._-]+}))+)");

    private SuiteText() {}

    /** In double quotes, character by character what it is. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(it -> {
            String character = Character.toString(it);
            if (it == '"' || it == '\\') {
                quoted.append('\\').append(character);
            } else if (character.matches(PRINTABLE)) {
                quoted.append(character);
            } else {
                quoted.append(it > 0xFFFF ? "\\U%08x".formatted(it) : "\\u%04x".formatted(it));
            }
        });
        return quoted.append('"').toString();
    }

    /** As a key of a mapping over several lines: as it is where YAML takes it for a text, else in quotes. */
    static String key(String text) {
        return PLAIN.matcher(text).matches() && !text.equals("null") ? text : quoted(text);
    }

    /** One line for a comment or a reason: nothing of it begins another line or refers to anything. */
    static String line(String text) {
        String line = VisibleText.ofLine(text)
                .replaceAll(PRINTABLE.replace("[", "[^"), "\uFFFD")
                .replace("${", "$ {");
        return line.length() <= LONGEST_COMMENT ? line : line.substring(0, LONGEST_COMMENT) + "…";
    }

    /** What a variable is called after some words, {@code ORDERS_ORDER_ID} of {@code orders} and {@code orderId}. */
    static String variable(String... words) {
        String joined = String.join("_", words)
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toUpperCase(Locale.ROOT);
        String bare = joined.replaceAll("^_+|_+$", "");
        return bare.isEmpty() || Character.isDigit(bare.charAt(0)) ? "V_" + bare : bare;
    }
}
