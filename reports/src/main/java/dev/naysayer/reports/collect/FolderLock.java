package dev.naysayer.reports.collect;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One process at a time: what two of them write into one folder must not mix. */
final class FolderLock {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 20;

    private FolderLock() {}

    /** What is done alone. */
    interface Work<T> {

        T run() throws IOException;
    }

    /**
     * Waits for all others, a minute at most.
     *
     * @throws IOException where the folder cannot be written, or another process does not come to an end
     */
    static <T> T alone(Path folder, Work<T> work) throws IOException {
        Files.createDirectories(folder);
        // A test that was interrupted would end what it takes to write the report.
        boolean interrupted = Thread.interrupted();
        try {
            return held(folder.resolve("lock"), work);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T held(Path lock, Work<T> work) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock held = held(channel, lock);
            try {
                return work.run();
            } finally {
                held.release();
            }
        }
    }

    private static FileLock held(FileChannel channel, Path lock) throws IOException {
        for (long pauses = PATIENCE.toMillis() / PAUSE_MILLIS; pauses > 0; pauses--) {
            FileLock held = tried(channel);
            if (held != null) {
                return held;
            }
            pause();
        }
        throw new IOException("another process holds %s for longer than %d s: end it, or delete the file"
                .formatted(lock, PATIENCE.toSeconds()));
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
            // A lock is the process's: another thread has it, perhaps of a class that was loaded twice.
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for another process", e);
        }
    }
}
