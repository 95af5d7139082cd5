package dev.naysayer.reports.collect;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The journals of all processes that write into one report directory. */
record JournalFolder(Path path) {

    private static final String SUFFIX = ".jsonl";

    /** In the order in which they began, which their names tell. */
    Map<Path, JournalFile> journals() throws IOException {
        Map<Path, JournalFile> journals = new LinkedHashMap<>();
        for (Path file : files()) {
            read(file).ifPresent(journal -> journals.put(file, journal));
        }
        return journals;
    }

    /** Takes away what does not belong into the report of this process. */
    void removeOthers(JournalLine.Writer ours) throws IOException {
        for (Path file : files()) {
            boolean stays = read(file).filter(it -> it.belongsTo(ours)).isPresent();
            if (!stays) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Optional<JournalFile> read(Path file) throws IOException {
        try {
            return JournalFile.read(file);
        } catch (NoSuchFileException | FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
