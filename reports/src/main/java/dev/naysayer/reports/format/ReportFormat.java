package dev.naysayer.reports.format;

import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.io.Writer;

/** One way to write a report down: a pure function, so that a recorded run tests it. */
public interface ReportFormat {

    /** The file's name in the report directory, {@code index.html}. */
    String fileName();

    /**
     * Writes the file's text, bit by bit: a report may be larger than what a test run has of memory.
     *
     * @param document the run as it was recorded
     * @param report the same run, grouped, counted and sorted
     */
    void write(RunDocument document, ConformanceReport report, Writer out) throws IOException;
}
