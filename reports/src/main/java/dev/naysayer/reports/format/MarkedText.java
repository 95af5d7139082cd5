package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A text of an answer, with what findings quote of it marked. */
final class MarkedText {

    /** What is shorter stands anywhere. */
    private static final int SHORTEST = 4;

    private static final String LEFT_OUT = "…";

    private MarkedText() {}

    /**
     * A piece of the text.
     *
     * @param marked whether a finding is about it
     */
    record Piece(String text, boolean marked) {}

    /** All of the text, cut where a mark begins or ends. */
    static List<Piece> of(String text, Collection<Finding> findings) {
        boolean[] marked = new boolean[text.length()];
        findings.stream().flatMap(MarkedText::quotes).distinct().forEach(quote -> mark(text, quote, marked));
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || marked[i] != marked[start]) {
                pieces.add(new Piece(text.substring(start, i), marked[start]));
                start = i;
            }
        }
        return pieces;
    }

    private static void mark(String text, String quote, boolean[] marked) {
        for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length())) {
            for (int i = at; i < at + quote.length(); i++) {
                marked[i] = true;
            }
        }
    }

    /** {@code the body at /detail: …ind a key} quotes what stands behind the colon, between what was left out. */
    private static Stream<String> quotes(Finding finding) {
        if (finding.actual() == null) {
            return Stream.empty();
        }
        String status = finding.actual().matches("[1-5]\\d\\d\\b.*")
                ? "HTTP " + finding.actual().substring(0, 3)
                : "";
        Stream<String> quoted = finding.actual()
                .lines()
                .flatMap(line -> Stream.of(line, line.substring(line.indexOf(": ") < 0 ? 0 : line.indexOf(": ") + 2)))
                .map(String::strip)
                .map(MarkedText::withoutGaps);
        return Stream.concat(
                        Stream.of(status),
                        quoted.flatMap(quote ->
                                Stream.of(quote, quote.replace("\\", "\\\\").replace("\"", "\\\""))))
                .filter(quote -> quote.length() >= SHORTEST);
    }

    private static String withoutGaps(String quote) {
        String begun = quote.startsWith(LEFT_OUT) ? quote.substring(1) : quote;
        return begun.endsWith(LEFT_OUT) ? begun.substring(0, begun.length() - 1) : begun;
    }
}
