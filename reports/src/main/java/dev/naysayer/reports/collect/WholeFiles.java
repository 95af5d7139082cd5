package dev.naysayer.reports.collect;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that take their places when all of them are written: each is the old one or the new one, never half of one. */
public final class WholeFiles {

    private WholeFiles() {}

    /** What stands in a file. */
    public interface Text {

        void write(Writer out) throws IOException;
    }

    /**
     * Writes them.
     *
     * @param directory made where it is not there
     * @param files by their names, in the order in which they take their places
     */
    public static void write(Path directory, Map<String, Text> files) throws IOException {
        Files.createDirectories(directory);
        Map<Path, Path> drafts = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Text> one : files.entrySet()) {
                Path file = directory.resolve(one.getKey());
                Path draft = draft(file);
                drafts.put(draft, file);
                try (Writer out = new WellFormedWriter(Files.newBufferedWriter(draft))) {
                    one.getValue().write(out);
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
