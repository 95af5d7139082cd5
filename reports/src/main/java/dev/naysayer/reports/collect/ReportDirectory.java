package dev.naysayer.reports.collect;

import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where the report lies. A file in it is the old one or the new one, never half of one.
 *
 * @param path absolute
 */
record ReportDirectory(Path path) {

    static ReportDirectory at(String path) {
        return new ReportDirectory(Path.of(path).toAbsolutePath().normalize());
    }

    Path frontPage() {
        return path.resolve(ReportFormats.FRONT_PAGE);
    }

    /** Where processes write down what they know while they run. */
    Path journals() {
        return path.resolve("journal");
    }

    /**
     * Replaces the whole report: all files are written before the first takes its place, and what the new report has not is taken away.
     *
     * @param formats what it is to have; those are left out that cannot tell of such a run
     * @param secret whether a text holds one
     * @throws SecretFound where one would stand in a file; then all files stay as they were
     */
    void write(RunDocument document, ConformanceReport report, List<ReportFormat> formats, Predicate<String> secret)
            throws IOException {
        Map<String, WholeFiles.Text> files = new LinkedHashMap<>();
        formats.stream()
                .filter(format -> format.tells(document.run()))
                .forEach(format -> files.put(format.fileName(), out -> format.write(document, report, out)));
        WholeFiles.write(
                path,
                files,
                ReportFormats.all().stream().map(ReportFormat::fileName).toList(),
                secret);
    }

    /**
     * Takes away what an earlier run left.
     *
     * @return whether there was anything
     */
    boolean clear() throws IOException {
        boolean found = false;
        for (ReportFormat format : ReportFormats.all()) {
            found |= Files.deleteIfExists(path.resolve(format.fileName()));
        }
        return found;
    }

    /** Takes away what processes left that were killed while they wrote; nobody else may be writing. */
    void removeDrafts() throws IOException {
        WholeFiles.removeDrafts(
                path, ReportFormats.all().stream().map(ReportFormat::fileName).toList());
    }
}
