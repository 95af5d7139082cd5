package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Counts;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.Words;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One small picture for a README: what the run came to, in words and colour. */
final class BadgeFormat implements ReportFormat {

    private static final String SUBJECT = "auth contract";

    private static final String RED = "#b3261e";
    private static final String AMBER = "#8a5a00";
    private static final String GREEN = "#1e6b34";
    private static final String GREY = "#5b6068";

    /** The fonts of browsers differ, so the text is stretched to the width that it is given; a character is about so wide. */
    private static final int CHARACTER = 7;

    private static final int MARGIN = 8;

    @Override
    public String name() {
        return "badge";
    }

    @Override
    public String fileName() {
        return "badge.svg";
    }

    @Override
    public void write(RunDocument document, ConformanceReport report, Writer out) throws IOException {
        State state = State.of(document, report);
        int left = width(SUBJECT);
        int right = width(state.words());
        out.write("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%4$s: %5$s">
                <title>%4$s: %5$s</title>
                <rect width="%2$d" height="20" fill="#33373d"/>
                <rect x="%2$d" width="%3$d" height="20" fill="%6$s"/>
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                <text x="%7$d" y="14" textLength="%8$d">%4$s</text>
                <text x="%9$d" y="14" textLength="%10$d">%5$s</text>
                </g>
                </svg>
                """.formatted(
                        left + right,
                        left,
                        right,
                        SUBJECT,
                        state.words(),
                        state.colour(),
                        MARGIN,
                        left - 2 * MARGIN,
                        left + MARGIN,
                        right - 2 * MARGIN));
    }

    private static int width(String text) {
        return text.length() * CHARACTER + 2 * MARGIN;
    }

    /** @param words of ours alone, so that nothing has to be escaped */
    private record State(String words, String colour) {

        static State of(RunDocument document, ConformanceReport report) {
            Counts counts = all(report);
            int violations = counts.of(OutcomeKind.VIOLATION);
            int unjudged = counts.of(OutcomeKind.INCONCLUSIVE) + counts.of(OutcomeKind.MISCONFIGURED);
            int warnings = counts.of(OutcomeKind.WARNING);
            if (!document.run().lacksNothing()) {
                return new State("incomplete", GREY);
            }
            if (violations > 0) {
                return new State(Words.count(violations, "violation"), RED);
            }
            if (unjudged > 0) {
                return new State(unjudged + " not judged", GREY);
            }
            int waived = counts.of(OutcomeKind.WAIVED);
            if (warnings + waived + counts.of(OutcomeKind.CONFORMING) == 0) {
                return new State("nothing judged", GREY);
            }
            String beside = (waived > 0 ? ", %d waived".formatted(waived) : "")
                    + (warnings > 0 ? ", " + Words.count(warnings, "warning") : "");
            return new State("kept" + beside, beside.isEmpty() ? GREEN : AMBER);
        }

        /** Cases and comparisons are tests alike. */
        private static Counts all(ConformanceReport report) {
            return Counts.sum(
                    "test",
                    report.suites().stream()
                            .flatMap(suite -> List.of(suite.counts(), suite.comparisonCounts()).stream())
                            .toList());
        }
    }
}
