package dev.naysayer.reports.collect;

import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/**
 * The report of a run, of which no file takes its place that holds a secret.
 *
 * @param gate knows the secrets
 */
record SearchedReport(ReportDirectory directory, LastGate gate) {

    /**
     * What was written.
     *
     * @param late whether a secret was replaced that was told before it was known to be one
     */
    record Written(RunDocument document, ConformanceReport report, boolean late) {}

    /** @throws SecretFound where a file would hold a secret; then all files stay as they were */
    Written write(RunDocument document, List<ReportFormat> formats) throws IOException {
        return written(document, formats, false);
    }

    /** The same without the secrets that were found. What is found even then is a word of ours, or a fault of ours. */
    Written writeClean(RunDocument document, List<ReportFormat> formats) throws IOException {
        RunDocument clean = gate.without(document);
        try {
            return written(clean, formats, true);
        } catch (SecretFound again) {
            RunDocument blank = BlankRun.of(clean);
            ConformanceReport report = ConformanceReport.of(blank);
            for (ReportFormat format : formats) {
                StringWriter ours = new StringWriter();
                format.write(blank, report, ours);
                gate.learn(ours.toString());
            }
            return written(clean, formats, true);
        }
    }

    private Written written(RunDocument document, List<ReportFormat> formats, boolean late) throws IOException {
        ConformanceReport report = ConformanceReport.of(document);
        directory.write(document, report, formats, gate::isIn);
        return new Written(document, report, late);
    }
}
