package dev.naysayer.reports.collect;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** An answer may hold half a surrogate pair, which no encoding can write: U+FFFD stands for it. */
final class WellFormedWriter extends FilterWriter {

    private static final char REPLACEMENT = '\uFFFD';

    /** The first half of a pair whose second may come with the next text; 0 where there is none. */
    private char pending;

    WellFormedWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        char next = (char) character;
        if (pending != 0) {
            char first = pending;
            pending = 0;
            if (Character.isLowSurrogate(next)) {
                out.write(first);
                out.write(next);
                return;
            }
            out.write(REPLACEMENT);
        }
        if (Character.isHighSurrogate(next)) {
            pending = next;
        } else {
            out.write(Character.isLowSurrogate(next) ? REPLACEMENT : next);
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        write(new String(text, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        int end = offset + length;
        int from = offset;
        for (int i = offset; i < end; i++) {
            if (pending != 0 || Character.isSurrogate(text.charAt(i))) {
                out.write(text, from, i - from);
                write(text.charAt(i));
                from = i + 1;
            }
        }
        out.write(text, from, end - from);
    }

    @Override
    public void close() throws IOException {
        try (Writer ended = out) {
            if (pending != 0) {
                ended.write(REPLACEMENT);
            }
        }
    }
}
