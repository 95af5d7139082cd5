package dev.naysayer.reports.format;

import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.io.Writer;

/** One way to write a report down: a pure function, so that a recorded run tests it. */
public interface ReportFormat {

    /** What settings call it, {@code sarif}. */
    String name();

    /** The file's name in the report directory, {@code index.html}. */
    String fileName();

    /**
     * Whether it can tell of this run. What programs take for a whole result is not written of a part of one: whatever is missing
     * there would count as mended.
     */
    default boolean tells(Run run) {
        return true;
    }

    /**
     * Writes the file's text, bit by bit: a report may be larger than what a test run has of memory.
     *
     * @param document the run as it was recorded
     * @param report the same run, grouped, counted and sorted
     */
    void write(RunDocument document, ConformanceReport report, Writer out) throws IOException;
}
