package dev.naysayer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * In which encoding the program speaks.
 *
 * <p>Problem: where no locale is set, as in most containers and build servers, Java writes ASCII, and each {@code ›} becomes a question
 * mark; what reads there reads UTF-8. Choice: UTF-8 in the place of ASCII. Who has another encoding has chosen it, and keeps it.
 */
final class Terminal {

    private Terminal() {}

    /** The stream as it is, or another to the same place where it would write ASCII. */
    static PrintStream stream(PrintStream known, FileDescriptor place, String name) {
        // Java 17 knows its own name only of terminals, and has no charset() of a stream.
        String said = System.getProperty(name + ".encoding", System.getProperty("sun." + name + ".encoding"));
        return isUnsaid(said) ? new PrintStream(new FileOutputStream(place), true, StandardCharsets.UTF_8) : known;
    }

    /** @param said by the platform, or null where the default counts */
    static boolean isUnsaid(@Nullable String said) {
        return charset(said).equals(StandardCharsets.US_ASCII);
    }

    private static Charset charset(@Nullable String said) {
        try {
            return said == null ? Charset.defaultCharset() : Charset.forName(said);
        } catch (IllegalArgumentException e) {
            return Charset.defaultCharset();
        }
    }

    /** For who wants a writer: it writes as the stream does. */
    static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(
                new Writer() {
                    @Override
                    public void write(char[] text, int from, int length) {
                        stream.print(new String(text, from, length));
                    }

                    @Override
                    public void flush() {
                        stream.flush();
                    }

                    @Override
                    public void close() {
                        flush();
                    }
                },
                true);
    }
}
