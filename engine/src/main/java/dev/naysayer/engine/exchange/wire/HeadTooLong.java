package dev.naysayer.engine.exchange.wire;

import java.io.IOException;
import org.apache.hc.core5.http.MessageConstraintException;

/** The head of an answer goes beyond what is read of one; the message names the limit. It is ours, and never the API's fault. */
public final class HeadTooLong extends IOException {

    private static final long serialVersionUID = 1;

    /** No client needs more of one answer than these; curl gives up at 300 KB, Node at 16 KiB. */
    public static final int MOST_BYTES = 256 * 1024;

    static final int LONGEST_LINE = 64 * 1024;

    public static final int MOST_FIELDS = 1000;

    /** Interim answers (1xx) before the final one. */
    public static final int MOST_INTERIM = 32;

    /** Field lines behind a chunked body, which nobody reads. */
    public static final int MOST_TRAILERS = 16;

    private HeadTooLong(String limit) {
        super(limit);
    }

    /** Whether an answer came and was not read for such a limit; HttpCore keeps that of trailers, and says so in its own way. */
    static boolean isCauseOf(Throwable thrown) {
        return thrown instanceof HeadTooLong || thrown instanceof MessageConstraintException;
    }

    public static HeadTooLong bytes() {
        return new HeadTooLong("its head is longer than %d KiB".formatted(MOST_BYTES / 1024));
    }

    static HeadTooLong line() {
        return new HeadTooLong("a line of it is longer than %d KiB".formatted(LONGEST_LINE / 1024));
    }

    public static HeadTooLong fields() {
        return new HeadTooLong("it has more than %d header fields".formatted(MOST_FIELDS));
    }

    static HeadTooLong trailers() {
        return new HeadTooLong("more than %d field lines, or one of more than %d KiB, come behind its body"
                .formatted(MOST_TRAILERS, LONGEST_LINE / 1024));
    }

    public static HeadTooLong interim() {
        return new HeadTooLong("more than %d interim answers (1xx) come before it".formatted(MOST_INTERIM));
    }
}
