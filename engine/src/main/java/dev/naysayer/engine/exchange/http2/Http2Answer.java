package dev.naysayer.engine.exchange.http2;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.wire.AnswerReader;
import dev.naysayer.engine.exchange.wire.Deadlines;
import dev.naysayer.engine.exchange.wire.HeadTooLong;
import dev.naysayer.engine.exchange.wire.Patience;
import dev.naysayer.engine.exchange.wire.WireAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Takes an answer as it comes in, and is complete at its end or at the limit. */
final class Http2Answer implements AsyncResponseConsumer<Boolean> {

    private final int limit;
    private final AnswerReader reader;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<WireAnswer> complete = new CompletableFuture<>();
    private final Deadlines deadlines;
    private int interim;
    private @Nullable HttpResponse head;
    private @Nullable FutureCallback<Boolean> end;
    private Deadlines.@Nullable Deadline stream;

    Http2Answer(int maxBodyBytes, Deadlines deadlines) {
        this.limit = maxBodyBytes;
        this.deadlines = deadlines;
        this.reader = new AnswerReader(maxBodyBytes);
    }

    /** Ends with an exception where no answer comes. */
    CompletableFuture<WireAnswer> complete() {
        return complete;
    }

    /** Whether a head has come. */
    synchronized boolean hasBegun() {
        return head != null;
    }

    /** Ends what takes too long: with what has come of a body that need not end, else without an answer. */
    synchronized void late() {
        HttpResponse response = head;
        if (response != null && Patience.mayBeEndless(response)) {
            complete.complete(answer(response, Body.endless(bytes.toByteArray())));
        } else {
            complete.completeExceptionally(new SocketTimeoutException("late"));
        }
    }

    @Override
    public synchronized void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<Boolean> callback) {
        if (response.getHeaders().length > HeadTooLong.MOST_FIELDS) {
            complete.completeExceptionally(HeadTooLong.fields());
            return;
        }
        head = response;
        end = callback;
        if (entity == null) {
            finish(false);
        } else {
            stream = new Patience(deadlines, () -> false).startForStream(response, this::late);
        }
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(limit);
    }

    @Override
    public synchronized void consume(ByteBuffer source) {
        byte[] piece = new byte[source.remaining()];
        source.get(piece);
        int room = limit - bytes.size();
        bytes.write(piece, 0, Math.min(room, piece.length));
        if (piece.length > room) {
            finish(true);
        }
    }

    @Override
    public synchronized void streamEnd(@Nullable List<? extends Header> trailers) {
        finish(false);
    }

    private void finish(boolean truncated) {
        HttpResponse response = head;
        if (response != null) {
            complete.complete(answer(response, new Body(bytes.toByteArray(), truncated)));
        }
        if (end != null) {
            end.completed(true);
        }
    }

    private WireAnswer answer(HttpResponse response, Body body) {
        return new WireAnswer(
                response.getCode(),
                new StatusLine(response).toString(),
                AnswerReader.headers(response.getHeaders()),
                reader.decoded(response, body));
    }

    @Override
    public void failed(Exception cause) {
        complete.completeExceptionally(cause);
    }

    @Override
    public synchronized void informationResponse(HttpResponse response, HttpContext context) {
        interim++;
        if (interim > HeadTooLong.MOST_INTERIM) {
            complete.completeExceptionally(HeadTooLong.interim());
        }
    }

    @Override
    public synchronized void releaseResources() {
        if (stream != null) {
            stream.close();
        }
    }
}
