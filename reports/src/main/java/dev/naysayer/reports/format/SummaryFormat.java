package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.Words;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;

/** A page of Markdown for the summary of a build: GitHub Actions shows what is appended to {@code $GITHUB_STEP_SUMMARY}. */
final class SummaryFormat implements ReportFormat {

    /** GitHub shows nothing of a step's summary that is larger than 1 MiB; a step may have a few words of its own. */
    private static final int MOST = 1_000_000;

    private static final Set<OutcomeKind> TOLD = EnumSet.of(
            OutcomeKind.VIOLATION,
            OutcomeKind.INCONCLUSIVE,
            OutcomeKind.MISCONFIGURED,
            OutcomeKind.WARNING,
            OutcomeKind.NOT_OBTAINABLE);

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String fileName() {
        return "summary.md";
    }

    @Override
    public void write(RunDocument document, ConformanceReport report, Writer out) throws IOException {
        String head = SummaryText.head(document, report);
        String foot = SummaryText.foot(document, report);
        out.write(head);
        int left = MOST - bytes(head) - bytes(foot);
        Iterator<String> causes = report.causes().stream()
                .filter(it -> TOLD.contains(it.kind()))
                .map(it -> SummaryText.cause(it, report))
                .iterator();
        int cut = 0;
        while (causes.hasNext()) {
            String cause = causes.next();
            left -= bytes(cause);
            // Once one has no room none has: what is told is the weightiest there is.
            if (left > 0) {
                out.write(cause);
            } else {
                cut++;
            }
        }
        if (cut > 0) {
            out.write("\n**%s had to be left out here**, since a summary may have 1 MiB: the report has the rest.\n"
                    .formatted(Words.count(cut, "more cause")));
        }
        out.write(foot);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
