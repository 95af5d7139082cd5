package dev.naysayer.reports.format;

import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What a format makes of a run. */
final class Written {

    private Written() {}

    static String by(ReportFormat format, RunDocument document) {
        StringWriter out = new StringWriter();
        try {
            format.write(document, ConformanceReport.of(document), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
