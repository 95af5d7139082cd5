package dev.naysayer.dsl.source;

import dev.naysayer.dsl.Legible;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A suite as its author wrote it: nothing resolved, so that quoting it tells no secret that came by reference. */
public final class SourceText {

    /** How many characters of a line are quoted. */
    public static final int LONGEST_QUOTE = 200;

    /** How many characters a line and the secrets to look for in it may have, multiplied, before all of it is blanked. */
    private static final long LONGEST_SEARCH = 50_000_000;

    private static final String BLANK = "•••";
    private static final String CUT = "…";

    private final String file;
    private final String text;
    private final List<String> lines;
    private final BitSet insidePem = new BitSet();

    /** What of a line may be shown, by its number; it is asked for again with each problem of the line. */
    private final Map<Integer, String> shown = new HashMap<>();

    private int secretsShown = -1;

    /**
     * A line as a problem quotes it.
     *
     * @param text at most {@link #LONGEST_QUOTE} characters
     * @param caret how many of them stand in front of the place that is meant
     */
    record Quote(String text, int caret) {}

    public SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.lines = text.lines().toList();
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            insidePem.set(i, inside);
            int begin = lines.get(i).lastIndexOf("-----BEGIN");
            int end = lines.get(i).lastIndexOf("-----END");
            inside = begin == end ? inside : begin > end;
        }
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    List<String> lines() {
        return lines;
    }

    /**
     * The part of a line around a place, both counted from 1, as it may be quoted: what {@link LiteralSecrets} recognises is
     * blanked, and so are these secrets and the inside of a PEM block.
     *
     * @param unfinished the columns in this line from which on nothing is shown
     */
    Quote quote(int number, int column, Collection<String> secrets, Collection<Integer> unfinished) {
        if (number > lines.size()) {
            return new Quote("", column - 1);
        }
        String line = shown(number, secrets);
        for (int from : unfinished) {
            line = line.length() >= from ? line.substring(0, from - 1) + BLANK : line;
        }
        if (line.length() <= LONGEST_QUOTE) {
            return new Quote(Legible.shown(line), Math.min(column - 1, LONGEST_QUOTE));
        }
        // What was blanked in front of the place has moved it.
        String before = lines.get(number - 1)
                .substring(0, Math.min(column - 1, lines.get(number - 1).length()));
        return around(
                line, insidePem.get(number - 1) ? 0 : blanked(before, secrets).length());
    }

    private static Quote around(String line, int place) {
        int room = LONGEST_QUOTE - 2 * CUT.length();
        int caret = Math.min(place, line.length());
        int start = Math.max(0, Math.min(caret - room / 2, line.length() - room));
        int end = Math.min(line.length(), start + room);
        String head = start == 0 ? "" : CUT;
        String tail = end == line.length() ? "" : CUT;
        return new Quote(Legible.shown(head + line.substring(start, end) + tail), head.length() + caret - start);
    }

    private String shown(int number, Collection<String> secrets) {
        if (secretsShown != secrets.size()) {
            shown.clear();
            secretsShown = secrets.size();
        }
        return shown.computeIfAbsent(
                number, line -> insidePem.get(line - 1) ? BLANK : blanked(lines.get(line - 1), secrets));
    }

    private static String blanked(String line, Collection<String> secrets) {
        return (long) line.length() * secrets.size() > LONGEST_SEARCH
                ? BLANK
                : LiteralSecrets.blank(without(secrets, line));
    }

    private static String without(Collection<String> secrets, String line) {
        List<String> longestFirst = new ArrayList<>(secrets);
        longestFirst.sort((one, other) -> other.length() - one.length());
        String blanked = line;
        for (String secret : longestFirst) {
            blanked = secret.isEmpty() ? blanked : without(secret, blanked);
        }
        return blanked;
    }

    /** A short secret may be part of innocent words; those would only confuse. */
    private static String without(String secret, String line) {
        StringBuilder rest = new StringBuilder();
        int copied = 0;
        int at = line.indexOf(secret);
        while (at >= 0) {
            int end = at + secret.length();
            boolean hidden = secret.length() >= 8 || !(isWord(line, at - 1) || isWord(line, end));
            rest.append(line, copied, at).append(hidden ? BLANK : secret);
            copied = end;
            at = line.indexOf(secret, end);
        }
        return copied == 0 ? line : rest.append(line, copied, line.length()).toString();
    }

    private static boolean isWord(String line, int at) {
        return at >= 0
                && at < line.length()
                && (line.charAt(at) == '_' || (line.charAt(at) < 128 && Character.isLetterOrDigit(line.charAt(at))));
    }
}
