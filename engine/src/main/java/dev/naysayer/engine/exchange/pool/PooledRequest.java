package dev.naysayer.engine.exchange.pool;

import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.wire.Deadlines;
import dev.naysayer.engine.exchange.wire.Failure;
import dev.naysayer.engine.exchange.wire.Lost;
import dev.naysayer.engine.exchange.wire.WireAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * One request on a pooled connection, with a deadline for connecting and one for the answer.
 *
 * <p>Problem: a socket time-out starts anew with each byte, in a TLS handshake as in an answer. Choice: each part has an end, and
 * what is said of it names the time that was waited for.
 */
public final class PooledRequest implements Connections.Written, AutoCloseable {

    /** Reads an answer whose head has come. */
    public interface Reading {
        WireAnswer read(ClassicHttpResponse response) throws IOException;
    }

    private final HttpUriRequestBase http;
    private final TransportSettings settings;
    private final Deadlines deadlines;
    private final Consumer<Header[]> written;
    private final Deadlines.Deadline connecting;
    private volatile Deadlines.@Nullable Deadline answering;

    /** @param written told of the field lines just before they are written */
    public PooledRequest(
            HttpUriRequestBase http, TransportSettings settings, Deadlines deadlines, Consumer<Header[]> written) {
        this.http = http;
        this.settings = settings;
        this.deadlines = deadlines;
        this.written = written;
        this.connecting = deadlines.start(longestConnecting(settings), http::abort);
    }

    /** For the connection, a tunnel and the handshake, of which each has its own time. */
    private static Duration longestConnecting(TransportSettings settings) {
        return settings.connectTimeout().multipliedBy(2).plus(settings.responseTimeout());
    }

    public WireAnswer run(Connections.Client client, HttpHost target, Reading reading) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(Connections.WRITTEN, this);
        client.prepare(http);
        ClassicHttpResponse response = client.http().executeOpen(target, http, context);
        try {
            return reading.read(response);
        } finally {
            Connections.closeQuietly(response);
        }
    }

    @Override
    public void writing(Header[] onTheWire) {
        connecting.close();
        answering = deadlines.start(settings.responseTimeout(), http::abort);
        written.accept(onTheWire);
    }

    /** Whether a connection to the target stood; a proxy's refusal of a tunnel is handed over as if the target had answered. */
    public boolean isWritten() {
        return answering != null;
    }

    public boolean isLate() {
        Deadlines.Deadline started = answering;
        return started != null && started.hasPassed();
    }

    /** Why no answer came. */
    public Lost reason(Exception e, Failure failure) {
        if (isLate()) {
            return failure.late();
        }
        if (connecting.hasPassed()) {
            return failure.unconnected(longestConnecting(settings));
        }
        return failure.reason(e instanceof IOException io ? io : new IOException(e.getMessage(), e));
    }

    @Override
    public void close() {
        connecting.close();
        Deadlines.Deadline started = answering;
        if (started != null) {
            started.close();
        }
    }
}
