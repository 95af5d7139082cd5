package dev.naysayer.reports.collect;

import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the report of a run that was read, or put together of several. */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * Writes the page and the record, and whatever else is chosen by the setting {@code naysayer.formats} as system property or
     * environment variable, or is read where this runs; takes away the report that lay there.
     *
     * @param directory made where it is not there
     * @return the same run, grouped, counted and sorted
     * @throws IOException where it cannot be written, or what went over the wire cannot be read any more
     */
    public static ConformanceReport write(RunDocument document, Path directory) throws IOException {
        return write(document, directory, ChosenFormats.ofProcess());
    }

    /**
     * Writes these files of the report, and takes away the one that lay there.
     *
     * @param formats as in {@link dev.naysayer.reports.format.ReportFormats#with}
     * @param directory made where it is not there
     * @return the same run, grouped, counted and sorted
     * @throws IOException where it cannot be written, or what went over the wire cannot be read any more
     */
    public static ConformanceReport write(RunDocument document, Path directory, List<ReportFormat> formats)
            throws IOException {
        ConformanceReport report = ConformanceReport.of(document);
        // A record was searched when it was written, and what its run knew is known no more.
        ReportDirectory.at(directory.toString()).write(document, report, formats, text -> false);
        return report;
    }
}
