package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.OutcomeDocument;
import dev.naysayer.reports.model.ConformanceReport;

/** One way to write a report down: a pure function, so that a recorded run tests it. */
public interface ReportFormat {

    /** The file's name in the report directory, {@code index.html}. */
    String fileName();

    /**
     * The file's whole text.
     *
     * @param document the run as it was recorded
     * @param report the same run, grouped, counted and sorted
     */
    String render(OutcomeDocument document, ConformanceReport report);
}
