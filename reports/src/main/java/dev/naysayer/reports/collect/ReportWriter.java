package dev.naysayer.reports.collect;

import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the report of a run that was read, or put together of several. */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * Writes all files of the report, and takes away the one that lay there.
     *
     * @param directory made where it is not there
     * @return the same run, grouped, counted and sorted
     * @throws IOException where it cannot be written, or what went over the wire cannot be read any more
     */
    public static ConformanceReport write(RunDocument document, Path directory) throws IOException {
        ConformanceReport report = ConformanceReport.of(document);
        ReportDirectory.at(directory.toString()).write(document, report);
        return report;
    }
}
