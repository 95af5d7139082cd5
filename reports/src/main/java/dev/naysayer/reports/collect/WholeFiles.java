package dev.naysayer.reports.collect;

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
import java.util.stream.Stream;

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
        write(directory, files, List.of(), text -> false);
    }

    /**
     * The same, where others have to go.
     *
     * @param all the names of those that may lie there from before: which of them are not written now are taken away
     * @param secret whether a text holds one
     * @throws SecretFound where one would stand in a file; then all files stay as they were
     */
    static void write(Path directory, Map<String, Text> files, List<String> all, Predicate<String> secret)
            throws IOException {
        Files.createDirectories(directory);
        Map<Path, Path> drafts = new LinkedHashMap<>();
        List<String> telling = new ArrayList<>();
        try {
            for (Map.Entry<String, Text> one : files.entrySet()) {
                Path file = directory.resolve(one.getKey());
                Path draft = draft(file);
                drafts.put(draft, file);
                SearchedWriter searched = new SearchedWriter(Files.newBufferedWriter(draft), secret);
                try (Writer out = new WellFormedWriter(searched)) {
                    one.getValue().write(out);
                }
                if (searched.hasFound()) {
                    telling.add(one.getKey());
                }
            }
            if (!telling.isEmpty()) {
                throw new SecretFound(telling);
            }
            for (String name : all) {
                if (!files.containsKey(name)) {
                    Files.deleteIfExists(directory.resolve(name));
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
     * Takes away what processes left that were killed while they wrote; nobody else may be writing.
     *
     * @param names of the files that they wrote
     */
    static void removeDrafts(Path directory, List<String> names) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path draft : files.filter(it -> isDraft(it, names)).toList()) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static boolean isDraft(Path file, List<String> names) {
        String name = file.getFileName().toString();
        return names.stream()
                .anyMatch(it ->
                        name.startsWith(it + ".") && name.substring(it.length()).matches("\\.\\d+\\.tmp"));
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
