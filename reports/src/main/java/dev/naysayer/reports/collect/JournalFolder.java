package dev.naysayer.reports.collect;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The journals of all processes that write into one report directory. */
record JournalFolder(Path path) {

    private static final String SUFFIX = ".jsonl";

    /**
     * What is there.
     *
     * @param journals in the order in which they began, which their names tell
     * @param unreadable what nobody can read who is of this version
     */
    record Contents(Map<Path, JournalFile> journals, List<Path> unreadable) {

        /** The unreadable files that were written since then. */
        List<Path> unreadable(Instant since) throws IOException {
            List<Path> later = new ArrayList<>();
            for (Path file : unreadable) {
                if (Files.exists(file)
                        && !Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    later.add(file);
                }
            }
            return later;
        }
    }

    Contents contents() throws IOException {
        Map<Path, JournalFile> journals = new LinkedHashMap<>();
        List<Path> unreadable = new ArrayList<>();
        for (Path file : files()) {
            read(file).ifPresentOrElse(journal -> journals.put(file, journal), () -> unreadable.add(file));
        }
        return new Contents(journals, unreadable);
    }

    /** Takes away what does not belong into the report of this process. */
    void removeOthers(JournalLine.Writer ours) throws IOException {
        for (Path file : files()) {
            boolean stays = read(file).filter(it -> it.belongsTo(ours)).isPresent();
            if (!stays) {
                delete(file);
            }
        }
    }

    /** What some systems do not let anybody delete who is not the last to have it open goes with the next run. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is no part of this report, whether it is there or not.
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
