package dev.naysayer.engine.exchange;

import dev.naysayer.engine.mover.Mover;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request and what became of it. */
public sealed interface Exchange {

    /** What was sent, redacted. */
    Request request();

    /** What a reader has to know beside it, in one line: that the request was sent twice, and why; else null. */
    default @Nullable String note() {
        return null;
    }

    /**
     * The API answered.
     *
     * @param took from the first byte that was sent until the last that was read, or null where that is not known
     */
    record Answered(
            Request request,
            Response response,
            @Nullable String note,
            @Nullable Duration took) implements Exchange {

        /** There is nothing to know beside it. */
        public Answered(Request request, Response response) {
            this(request, response, null, null);
        }
    }

    /**
     * No answer came: refused, timed out, broken off.
     *
     * @param reason one line, {@code connection refused by http://127.0.0.1:1}
     * @param seen whether the API may have seen it: some of it was written
     * @param mover whose move it is
     */
    record Unanswered(
            Request request, String reason, @Nullable String note, boolean seen, Mover mover) implements Exchange {

        /** Lost on the way, and there is nothing to know beside it. */
        public Unanswered(Request request, String reason) {
            this(request, reason, null, true, Mover.NETWORK);
        }
    }

    /**
     * An answer came, and goes beyond what is read of one; that limit is ours.
     *
     * @param reason one line that names the limit
     */
    record Unread(Request request, String reason, @Nullable String note) implements Exchange {}

    /**
     * Nothing was sent because it could not have been sent as meant.
     *
     * @param reason one line with what to change
     */
    record Unsendable(Request request, String reason) implements Exchange {}

    /**
     * Nothing was sent because this way to send it does not exist here, and need not.
     *
     * @param reason one line, {@code the API does not speak HTTP/2}
     */
    record NotApplicable(Request request, String reason) implements Exchange {}
}
