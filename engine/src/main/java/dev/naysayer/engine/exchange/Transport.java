package dev.naysayer.engine.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.StatusLine;
import org.jspecify.annotations.Nullable;

/** Writes one request to a pooled connection and reads its answer, within a deadline and a limit. */
final class Transport implements AutoCloseable {

    private final TransportSettings settings;
    private final Connections connections;
    private final ScheduledThreadPoolExecutor deadlines;

    Transport(TransportSettings settings) {
        this.settings = settings;
        this.connections = new Connections(settings);
        this.deadlines = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "naysayer-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** @throws NoAnswer when none came; the attempt knows why */
    WireAnswer send(WireRequest request, Route route, Attempt attempt) {
        URI uri = URI.create(request.uri());
        HttpHost target = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
        Connections.Client client = connections.through(route);
        attempt.meant(request);
        Failure failure = new Failure(target.toString(), route.proxyHost(), settings);
        Sending sending = new Sending(request, uri, attempt);
        try {
            WireAnswer answer = sending.run(client, target);
            if (!sending.isWritten()) {
                throw failed(attempt, failure.tunnelRefused(answer.status()));
            }
            attempt.answered(answer);
            return answer;
        } catch (IOException | IllegalStateException e) {
            String reason = sending.isLate()
                    ? failure.late()
                    : failure.reason(e instanceof IOException io ? io : new IOException(e.getMessage(), e));
            throw failed(attempt, reason);
        } finally {
            sending.cancelDeadline();
        }
    }

    private static NoAnswer failed(Attempt attempt, String reason) {
        attempt.failed(reason);
        return new NoAnswer(reason);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        connections.close();
    }

    /**
     * One request under way.
     *
     * <p>Problem: a socket time-out starts anew with each byte, so an answer that drips never ends. Choice: a deadline that
     * aborts the request, set when the connection stands and the first byte is about to be written.
     */
    private final class Sending implements Connections.Written {

        private final WireRequest request;
        private final Attempt attempt;
        private final HttpUriRequestBase http;
        private final AtomicBoolean late = new AtomicBoolean();
        private volatile @Nullable Future<?> deadline;

        Sending(WireRequest request, URI uri, Attempt attempt) {
            this.request = request;
            this.attempt = attempt;
            this.http = new HttpUriRequestBase(request.method(), uri);
            request.headers().forEach(header -> http.addHeader(header.name(), header.value()));
            Body body = request.body();
            if (body != null) {
                http.setEntity(new ByteArrayEntity(body.bytes(), null));
            }
        }

        WireAnswer run(Connections.Client client, HttpHost target) throws IOException {
            HttpClientContext context = HttpClientContext.create();
            context.setAttribute(Connections.WRITTEN, this);
            client.prepare(http);
            ClassicHttpResponse response = client.http().executeOpen(target, http, context);
            try {
                return new WireAnswer(
                        response.getCode(),
                        new StatusLine(response).toString(),
                        headers(response.getHeaders()),
                        body(response));
            } finally {
                closeQuietly(response);
            }
        }

        /** Closing an aborted answer throws, and what was read of it counts all the same. */
        private static void closeQuietly(ClassicHttpResponse response) {
            try {
                response.close();
            } catch (IOException e) {
                // The connection is gone, which is all that closing was to achieve.
            }
        }

        private Body body(ClassicHttpResponse response) throws IOException {
            HttpEntity entity = response.getEntity();
            InputStream content = entity == null ? null : entity.getContent();
            if (content == null) {
                return new Body(new byte[0], false);
            }
            BodyReader reader = new BodyReader(settings.maxBodyBytes());
            Body body = reader.read(content);
            if (body.truncated()) {
                // Closing the response would first drain what is left of it, however much that is.
                http.abort();
            }
            org.apache.hc.core5.http.Header coding = response.getFirstHeader("Content-Encoding");
            boolean gzip = coding != null
                    && List.of("gzip", "x-gzip")
                            .contains(coding.getValue().strip().toLowerCase(Locale.ROOT));
            return gzip ? reader.gunzipped(body) : body;
        }

        @Override
        public void writing(org.apache.hc.core5.http.Header[] onTheWire) {
            deadline = deadlines.schedule(
                    () -> {
                        late.set(true);
                        http.abort();
                    },
                    settings.responseTimeout().toMillis(),
                    TimeUnit.MILLISECONDS);
            attempt.writing(request, headers(onTheWire));
        }

        boolean isWritten() {
            return deadline != null;
        }

        boolean isLate() {
            return late.get();
        }

        void cancelDeadline() {
            Future<?> pending = deadline;
            if (pending != null) {
                pending.cancel(false);
            }
        }

        private static List<Header> headers(org.apache.hc.core5.http.Header[] headers) {
            return Arrays.stream(headers)
                    .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                    .toList();
        }
    }
}
