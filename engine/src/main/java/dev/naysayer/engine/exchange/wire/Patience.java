package dev.naysayer.engine.exchange.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * How long the body of an answer is waited for whose head has come.
 *
 * <p>Problem: a stream of events, a watch or a long poll never ends, and its head says all the same whether the credential got
 * through. Choice: such a body counts as far as it came. One that names its length is no such body: where less comes, the
 * message is incomplete (RFC 9112 section 8), and nobody knows whether the API or the network is at fault, so there is no answer.
 *
 * @param deadlines break off what takes too long
 * @param late whether the time for the whole answer is over
 */
public record Patience(Deadlines deadlines, BooleanSupplier late) {

    /** Who listens to a stream gets its first event at once, or has to wait for something to happen. */
    static final Duration FOR_A_STREAM = Duration.ofSeconds(2);

    private static final Set<String> STREAMS = Set.of(
            "text/event-stream",
            "multipart/x-mixed-replace",
            "application/x-ndjson",
            "application/jsonl",
            "application/json-seq",
            "application/stream+json",
            "application/grpc-web+proto",
            "application/grpc");

    /** Whether a body may go on for ever: it says nothing of its length. */
    public static boolean mayBeEndless(HttpResponse head) {
        return !head.containsHeader("Content-Length");
    }

    /** Whether the media type is one of streams; such a body is not waited for until the time for an answer is over. */
    static boolean isStream(HttpResponse head) {
        Header type = head.getFirstHeader("Content-Type");
        return type != null
                && type.getValue() != null
                && STREAMS.contains(type.getValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a reading failed because it was waited long enough, for any body or for this stream. */
    boolean isOver(IOException trouble, Deadlines.@Nullable Deadline stream) {
        return trouble instanceof SocketTimeoutException
                || late.getAsBoolean()
                || (stream != null && stream.hasPassed());
    }

    /** Breaks a stream off when its own time is over; null for what is none. */
    public Deadlines.@Nullable Deadline startForStream(HttpResponse head, Runnable end) {
        return mayBeEndless(head) && isStream(head) ? deadlines.start(FOR_A_STREAM, end) : null;
    }
}
