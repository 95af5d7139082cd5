package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.OutcomeDocument;
import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.model.ConformanceReport;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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

    void write(OutcomeDocument document) throws IOException {
        var report = ConformanceReport.of(document.cases(), document.comparisons());
        Files.createDirectories(path);
        for (ReportFormat format : ReportFormats.all()) {
            replace(path.resolve(format.fileName()), format.render(document, report));
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

    static void replace(Path file, String text) throws IOException {
        // Not Files.createTempFile: its files are readable by their owner alone, and stay so after the move.
        Path draft = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(draft, wellFormed(text));
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** An answer may hold half a surrogate pair, which no encoding can write: U+FFFD stands for it. */
    private static String wellFormed(String text) {
        return text.codePoints()
                .map(it -> Character.getType(it) == Character.SURROGATE ? 0xfffd : it)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
