package dev.naysayer.reports.collect;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.function.Predicate;

/** Hands on what is written, and searches it piece by piece. */
final class SearchedWriter extends FilterWriter {

    /** In characters. A piece ends with a line, since no secret that is known goes on in the next. */
    private static final int PIECE = 1 << 14;

    /** A line may be as long as an answer; so much of its last piece is searched again with the next. */
    private static final int OVERLAP = 1 << 10;

    private final Predicate<String> wanted;
    private final StringBuilder piece = new StringBuilder(PIECE + OVERLAP);
    private boolean found;

    SearchedWriter(Writer out, Predicate<String> wanted) {
        super(out);
        this.wanted = wanted;
    }

    /** Whether there was what is searched for; known when this is closed. */
    boolean hasFound() {
        return found;
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character), 0, 1);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        write(new String(text, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.write(text, offset, length);
        int from = offset;
        while (!found && from < offset + length) {
            int to = Math.min(offset + length, from + PIECE);
            piece.append(text, from, to);
            from = to;
            if (piece.length() >= PIECE) {
                search();
            }
        }
    }

    private void search() {
        found = wanted.test(piece.toString());
        int line = piece.lastIndexOf("\n") + 1;
        piece.delete(0, Math.max(line, piece.length() - OVERLAP));
    }

    @Override
    public void close() throws IOException {
        try {
            if (!found && !piece.isEmpty()) {
                search();
            }
        } finally {
            out.close();
        }
    }
}
