package dev.naysayer.reports.collect;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a journal, in its file or in memory, each of which can be read again by its place.
 *
 * <p>A line that has no end was being written when its process died, and is none.
 */
final class JournalText implements Closeable {

    private static final int PORTION = 1 << 16;

    // Not a channel: whoever interrupts a thread closes the channels that it uses.
    private final @Nullable RandomAccessFile file;
    private final List<byte[]> kept;

    /**
     * @param file null where nothing could be written
     * @param kept lines that could not be written into the file, which stand behind it
     */
    JournalText(@Nullable RandomAccessFile file, List<byte[]> kept) {
        this.file = file;
        this.kept = kept;
    }

    /** A file that somebody else writes. */
    static JournalText of(Path path) throws IOException {
        return new JournalText(new RandomAccessFile(path.toFile(), "r"), List.of());
    }

    /** A line's place. */
    record Place(long offset, int length) {}

    /** Takes one line after the other. */
    interface Reader {

        /**
         * Takes the next one.
         *
         * @param line what it holds until this returns
         */
        void line(Place place, Line line) throws IOException;
    }

    void read(Reader reader) throws IOException {
        byte[] portion = new byte[PORTION];
        Line line = new Line();
        long offset = 0;
        for (int count = read(offset, portion); count > 0; count = read(offset, portion)) {
            for (int i = 0; i < count; i++) {
                if (portion[i] == '\n') {
                    reader.line(new Place(offset + i - line.length, line.length), line);
                    line.length = 0;
                } else {
                    line.add(portion[i]);
                }
            }
            offset += count;
        }
        List<byte[]> behind = List.copyOf(kept);
        for (int i = 0; i < behind.size(); i++) {
            // No place in a file is negative.
            reader.line(new Place(-1 - i, 0), new Line(behind.get(i)));
        }
    }

    Line at(Place place) throws IOException {
        if (place.offset() < 0) {
            return new Line(kept.get((int) (-1 - place.offset())));
        }
        byte[] bytes = new byte[place.length()];
        if (read(place.offset(), bytes) < bytes.length) {
            throw new EOFException("a journal was cut while its report was written");
        }
        return new Line(bytes);
    }

    /** As many bytes as there are, at most all. */
    private int read(long offset, byte[] into) throws IOException {
        if (file == null) {
            return 0;
        }
        synchronized (file) {
            file.seek(offset);
            int count = 0;
            for (int more = 0; more >= 0 && count < into.length; count += Math.max(more, 0)) {
                more = file.read(into, count, into.length - count);
            }
            return count;
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /** The bytes of one line; a long run has many, and most are skipped. */
    static final class Line {

        private byte[] bytes;
        private int length;

        Line() {
            this.bytes = new byte[4096];
        }

        Line(byte[] whole) {
            this.bytes = whole;
            this.length = whole.length;
        }

        private void add(byte next) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, length * 2);
            }
            bytes[length++] = next;
        }

        /** With more behind them. */
        byte[] bytes() {
            return bytes;
        }

        int length() {
            return length;
        }

        boolean startsWith(String ascii) {
            for (int i = 0; i < ascii.length(); i++) {
                if (i >= length || bytes[i] != ascii.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return new String(bytes, 0, length, StandardCharsets.US_ASCII);
        }
    }
}
