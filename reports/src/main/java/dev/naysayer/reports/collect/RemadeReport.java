package dev.naysayer.reports.collect;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.ConformanceReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The command that makes all files of a report again from its {@code report.json}, byte for byte as the run wrote them.
 *
 * <p>Its arguments are the {@code report.json}, or the directory it lies in, and the directory that the files go into.
 */
public final class RemadeReport {

    private static final int DONE = 0;
    private static final int UNFIT = 2;

    private final PrintStream out;
    private final PrintStream err;

    RemadeReport(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends the process with 0 where all is written, and with 2 where it is not. */
    public static void main(String[] arguments) {
        System.exit(new RemadeReport(System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        if (arguments.length != 2) {
            err.println("say which report is to be made again, and where it goes:"
                    + " RemadeReport saved/report.json target/naysayer");
            return UNFIT;
        }
        Path directory = Path.of(arguments[1]);
        try (ReportReader saved = ReportReader.open(Path.of(arguments[0]))) {
            ConformanceReport report = ReportWriter.write(saved.document(), directory, ReportFormats.all());
            report.suites().forEach(suite -> out.println(VisibleText.ofConsole(suite.name() + ": " + suite.summary())));
            out.println("Report: " + ReportDirectory.at(directory.toString()).frontPage());
            return DONE;
        } catch (IOException | RuntimeException e) {
            err.println(VisibleText.ofConsole("the report cannot be made again: " + e.getMessage()));
            return UNFIT;
        }
    }
}
