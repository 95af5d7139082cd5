package dev.naysayer.reports.format;

import dev.naysayer.dsl.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts for a page of Markdown, as GitHub and GitLab read it.
 *
 * <p>Problem: what an API said may be a link, an image, a table, a tag, or the name of somebody who is then called. Constraint: both
 * look for names and numbers after they have read the Markdown, so a backslash does not help there. Choice: what others wrote is code,
 * in which nothing is looked for.
 */
final class Markdown {

    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+.!|~:-]");

    /** An address in angle brackets, which can hold nothing that ends it. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"\\\\]+");

    private Markdown() {}

    /** What others wrote, in one line of a text or of a list. */
    static String code(String text) {
        String line = VisibleText.ofLine(text).strip();
        if (line.isEmpty()) {
            return "(nothing)";
        }
        String fence = "`".repeat(longestRun(line) + 1);
        String gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + gap + line + gap + fence;
    }

    /** The same in a cell, which a bar would end even within code. */
    static String cell(String text) {
        return code(text).replace("|", "\\|");
    }

    /** What others wrote, line by line. */
    static String block(String text) {
        String lines = VisibleText.of(text);
        String fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
        return fence + "text\n" + lines + "\n" + fence + "\n";
    }

    /** A sentence of ours, which is to read as it is written. */
    static String text(String text) {
        String line = VisibleText.ofLine(text);
        String escaped = SPECIAL.matcher(line).replaceAll(it -> Matcher.quoteReplacement("\\" + it.group()));
        return escaped.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                // What is read in two pieces is no name, no number and no address.
                .replace("@", "@<!-- -->")
                .replace("\\#", "\\#<!-- -->")
                .replace("\\://", "\\:<!-- -->//")
                .replace("www\\.", "www<!-- -->\\.");
    }

    /** A link where the address is one of the web; else the words alone. */
    static String link(String words, @Nullable String address) {
        return address != null && ADDRESS.matcher(address).matches()
                ? "[%s](<%s>)".formatted(text(words), address)
                : text(words);
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(it -> it.group().length())
                .max()
                .orElse(0);
    }
}
