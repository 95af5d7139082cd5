package dev.naysayer.reports.collect;

import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
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
        Files.createDirectories(path);
        Map<Path, Path> drafts = new LinkedHashMap<>();
        List<String> telling = new ArrayList<>();
        try {
            for (ReportFormat format : formats) {
                if (!format.tells(document.run())) {
                    continue;
                }
                Path file = path.resolve(format.fileName());
                Path draft = draft(file);
                drafts.put(draft, file);
                SearchedWriter searched = new SearchedWriter(Files.newBufferedWriter(draft), secret);
                try (Writer out = new WellFormedWriter(searched)) {
                    format.write(document, report, out);
                }
                if (searched.hasFound()) {
                    telling.add(format.fileName());
                }
            }
            if (!telling.isEmpty()) {
                throw new SecretFound(telling);
            }
            for (ReportFormat format : ReportFormats.all()) {
                Path file = path.resolve(format.fileName());
                if (!drafts.containsValue(file)) {
                    Files.deleteIfExists(file);
                }
            }
            for (Map.Entry<Path, Path> one : drafts.entrySet()) {
                move(one.getKey(), one.getValue());
            }
        } finally {
            for (Path draft : drafts.keySet()) {
                Files.deleteIfExists(draft);
            }
        }
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

    private static Path draft(Path file) {
        // Not Files.createTempFile: its files are readable by their owner alone, and stay so after the move.
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
