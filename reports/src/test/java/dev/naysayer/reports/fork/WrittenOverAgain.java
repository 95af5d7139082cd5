package dev.naysayer.reports.fork;

import dev.naysayer.reports.LargeRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportFormats;
import java.io.IOException;
import java.nio.file.Path;

/** Writes one report over and over, until its process is killed. */
final class WrittenOverAgain {

    static final int CASES = 1_000;

    /** Is said when the first is written. */
    static final String BEGUN = "begun";

    private WrittenOverAgain() {}

    /** The argument is the report's directory. */
    public static void main(String[] arguments) throws IOException {
        while (true) {
            ReportWriter.write(LargeRun.document(CASES), Path.of(arguments[0]), ReportFormats.all());
            System.out.println(BEGUN);
        }
    }
}
