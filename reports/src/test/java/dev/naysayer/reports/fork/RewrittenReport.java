package dev.naysayer.reports.fork;

import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.format.ReportReader;
import java.io.IOException;
import java.nio.file.Path;

/** Makes all formats of a saved record again, in a process of its own, and says how long that took. */
final class RewrittenReport {

    /** Begins the line that tells how long it took, in milliseconds. */
    static final String TOOK = "Took: ";

    private RewrittenReport() {}

    /** The arguments are the {@code report.json} and the directory of the new report. */
    public static void main(String[] arguments) throws IOException {
        long begun = System.nanoTime();
        try (ReportReader report = ReportReader.open(Path.of(arguments[0]))) {
            ReportWriter.write(report.document(), Path.of(arguments[1]), ReportFormats.all());
        }
        System.out.println(TOOK + (System.nanoTime() - begun) / 1_000_000);
        System.out.println(ForkedTests.PEAK + ForkedTests.peak());
    }
}
