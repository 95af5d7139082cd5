package dev.naysayer.reports.collect;

import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.Unfit;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one run left, wherever it was brought to.
 *
 * @param path the report directory, or the {@code report.json} by itself
 * @param journals what its processes wrote down; empty where only the report was kept
 */
record SavedRun(Path path, Map<Path, JournalFile> journals) {

    private static final String JOURNALS = "journal";
    private static final String REPORT = "report.json";

    /**
     * All that lie in these folders, however deep.
     *
     * @param except the folder into which will be written, where an earlier report may lie
     */
    static List<SavedRun> below(List<Path> roots, Path except) throws IOException, Unfit {
        List<SavedRun> all = new ArrayList<>();
        for (Path root : roots) {
            if (root.startsWith(except)) {
                throw new Unfit("%s is where the report goes, and would be written over: name another folder for it"
                        .formatted(root));
            }
            if (!Files.exists(root)) {
                throw new Unfit(
                        "there is no folder and no file %s: name those in which the reports lie".formatted(root));
            }
            for (Path path : placesBelow(root, except)) {
                all.add(of(path));
            }
        }
        if (all.isEmpty()) {
            throw new Unfit(
                    "neither a journal nor a report lies below %s: keep the whole report directory of each run, journal/ included"
                            .formatted(roots));
        }
        return all;
    }

    private static List<Path> placesBelow(Path root, Path except) throws IOException {
        if (Files.isRegularFile(root)) {
            return List.of(root);
        }
        try (Stream<Path> below = Files.walk(root)) {
            return below.filter(it -> !it.startsWith(except))
                    .filter(it -> isJournals(it) || isReport(it))
                    .map(it -> it.resolveSibling(""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static boolean isJournals(Path path) {
        return path.endsWith(JOURNALS) && Files.isDirectory(path);
    }

    private static boolean isReport(Path path) {
        return path.endsWith(REPORT) && Files.isRegularFile(path);
    }

    private static SavedRun of(Path path) throws IOException, Unfit {
        if (Files.isRegularFile(path)) {
            return new SavedRun(path, Map.of());
        }
        JournalFolder.Contents contents = new JournalFolder(path.resolve(JOURNALS)).contents();
        if (!contents.unreadable().isEmpty()) {
            throw new Unfit("%s cannot be read: merge with the version of Naysayer that wrote it"
                    .formatted(contents.unreadable().get(0)));
        }
        return new SavedRun(path, contents.journals());
    }

    /** Whether it is a part of all cases, as its journals tell. */
    boolean isOfShards() {
        return journals.values().stream().anyMatch(it -> it.shard() != null);
    }

    /** Read, as long as this is open. Journals go before the report: of a process that was killed only they know anything. */
    Opened open(String generator, String stamp) throws IOException {
        if (journals.isEmpty()) {
            ReportReader report = ReportReader.open(path);
            try {
                return new Opened(path, report.document(), report);
            } catch (IOException e) {
                report.close();
                throw e;
            }
        }
        RunReading reading = new RunReading();
        for (Map.Entry<Path, JournalFile> one : journals.entrySet()) {
            reading.add(one.getValue(), new JournalSource.Other(one.getKey()));
        }
        return new Opened(path, reading.document(generator, stamp), null);
    }

    /**
     * A run that was read.
     *
     * @param open what its exchanges are read from; null where that is opened each time
     */
    record Opened(Path path, RunDocument document, @Nullable Closeable open) implements Closeable {

        @Override
        public void close() throws IOException {
            if (open != null) {
                open.close();
            }
        }
    }
}
