package dev.naysayer.engine.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
    private @Nullable HttpResponse head;
    private @Nullable FutureCallback<Boolean> end;

    Http2Answer(int maxBodyBytes) {
        this.limit = maxBodyBytes;
        this.reader = new AnswerReader(maxBodyBytes);
    }

    /** Ends with an exception where no answer comes. */
    CompletableFuture<WireAnswer> complete() {
        return complete;
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<Boolean> callback) {
        head = response;
        end = callback;
        if (entity == null) {
            finish(false);
        }
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(limit);
    }

    @Override
    public void consume(ByteBuffer source) {
        byte[] piece = new byte[source.remaining()];
        source.get(piece);
        int room = limit - bytes.size();
        bytes.write(piece, 0, Math.min(room, piece.length));
        if (piece.length > room) {
            finish(true);
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        finish(false);
    }

    private void finish(boolean truncated) {
        HttpResponse response = head;
        if (response != null) {
            complete.complete(new WireAnswer(
                    response.getCode(),
                    new StatusLine(response).toString(),
                    AnswerReader.headers(response.getHeaders()),
                    reader.decoded(response, new Body(bytes.toByteArray(), truncated))));
        }
        if (end != null) {
            end.completed(true);
        }
    }

    @Override
    public void failed(Exception cause) {
        complete.completeExceptionally(cause);
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {}

    @Override
    public void releaseResources() {}
}
