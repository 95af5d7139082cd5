package dev.naysayer.engine.exchange.pool;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.exchange.wire.HeadParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that was kept from an earlier exchange ended, or turned out to be spoilt, before the first byte of an answer came.
 *
 * <p>A server may close such a connection whenever it likes, also while the next request is on its way (RFC 9112 section 9.3.1),
 * so this says nothing of what it makes of the request.
 */
public final class KeptConnectionEnded extends IOException {

    private static final long serialVersionUID = 1;

    private final boolean written;
    private final transient IOException trouble;

    /**
     * @param written whether anything of the request went out
     * @param trouble what happened
     */
    KeptConnectionEnded(boolean written, IOException trouble) {
        super(trouble.getMessage(), trouble);
        this.written = written;
        this.trouble = trouble;
    }

    public IOException trouble() {
        return trouble;
    }

    /** Whether nobody is harmed by sending the request once more: it changes nothing, or cannot have arrived. */
    public boolean mayBeSentAgain(String method) {
        return !written || Operation.isSafe(method);
    }

    /** What a reader of the exchange has to know; null where only one request went out. */
    @Nullable
    public String note() {
        if (!written) {
            return null;
        }
        return trouble instanceof HeadParser.LeftOver
                ? "bytes that no request had asked for stood on the kept connection; sent once more on a new one"
                : "the kept connection had ended; sent once more on a new one";
    }
}
