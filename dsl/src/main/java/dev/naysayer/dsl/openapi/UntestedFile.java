package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.source.UserFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The file that lists which operations of a document are not tested, as it should be: all of them where it is not there yet, else those
 * that it has and that are still not tested. It never grows by itself.
 *
 * @param file where it lies
 * @param lines what it should hold, comments as they are
 * @param deleted how many lines that makes fewer than now; all of them, with a minus, where it is not there yet
 */
public record UntestedFile(Path file, List<String> lines, int deleted) {

    public UntestedFile {
        lines = List.copyOf(lines);
    }

    /**
     * The file as it should be; empty where the document could not be read.
     *
     * @param trial a reading without the file
     */
    public static Optional<UntestedFile> of(Path file, OperationsOfDocument trial, long limit)
            throws IOException, UserFile.Refused {
        List<String> untested = trial.untested();
        if (!Files.exists(file)) {
            return trial.isRead() ? Optional.of(new UntestedFile(file, untested, -untested.size())) : Optional.empty();
        }
        List<String> now = UserFile.text(file, limit).lines().toList();
        Set<String> seen = new HashSet<>();
        List<String> kept = now.stream()
                .filter(it -> {
                    String operation = UntestedOperations.operation(it);
                    return operation.isEmpty() || (untested.contains(operation) && seen.add(operation));
                })
                .toList();
        return trial.isRead() ? Optional.of(new UntestedFile(file, kept, now.size() - kept.size())) : Optional.empty();
    }

    /** Whether it has to be written. */
    public boolean isOther() {
        return deleted != 0 || !Files.exists(file);
    }

    /** Writes it. */
    public void write() throws IOException {
        Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    /** In a few words. */
    public String told() {
        long count = lines.stream()
                .filter(it -> !UntestedOperations.operation(it).isEmpty())
                .count();
        return deleted > 0
                ? "%s: lines deleted: %d; operations that are left: %d".formatted(file, deleted, count)
                : "%s: operations that are not tested: %d".formatted(file, count);
    }
}
