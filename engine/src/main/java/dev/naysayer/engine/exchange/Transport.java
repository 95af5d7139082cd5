package dev.naysayer.engine.exchange;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** Writes one request to a pooled connection and reads its answer, within a deadline and a limit. */
final class Transport implements AutoCloseable {

    private final TransportSettings settings;
    private final Connections connections;
    private final Deadlines deadlines = new Deadlines();
    private final AnswerReader reader;

    Transport(TransportSettings settings) {
        this.settings = settings;
        this.connections = new Connections(settings);
        this.reader = new AnswerReader(settings.maxBodyBytes());
    }

    /** Who asks, where the user's specification does not say it. */
    String userAgent() {
        return settings.manners().userAgent();
    }

    /** The same for what no pooled connection would write as it stands. */
    VerbatimTransport verbatim() {
        return new VerbatimTransport(settings, deadlines);
    }

    /** The same over HTTP/2. */
    Http2Transport overHttp2() {
        return new Http2Transport(settings, deadlines);
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
                throw attempt.failed(failure.tunnelRefused(answer.status()));
            }
            attempt.answered(answer);
            return answer;
        } catch (IOException | IllegalStateException e) {
            throw attempt.failed(
                    sending.isLate()
                            ? failure.late()
                            : failure.reason(e instanceof IOException io ? io : new IOException(e.getMessage(), e)));
        } finally {
            sending.cancelDeadline();
        }
    }

    @Override
    public void close() {
        deadlines.close();
        connections.close();
    }

    /** One request under way; its deadline is set when the connection stands and the first byte is about to be written. */
    private final class Sending implements Connections.Written {

        private final WireRequest request;
        private final Attempt attempt;
        private final HttpUriRequestBase http;
        private volatile Deadlines.@Nullable Deadline deadline;

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
                return reader.read(response, http::abort, new Patience(deadlines, this::isLate));
            } finally {
                Connections.closeQuietly(response);
            }
        }

        @Override
        public void writing(org.apache.hc.core5.http.Header[] onTheWire) {
            deadline = deadlines.start(settings.responseTimeout(), http::abort);
            attempt.writing(request, AnswerReader.headers(onTheWire));
        }

        boolean isWritten() {
            return deadline != null;
        }

        boolean isLate() {
            Deadlines.Deadline started = deadline;
            return started != null && started.hasPassed();
        }

        void cancelDeadline() {
            Deadlines.Deadline started = deadline;
            if (started != null) {
                started.close();
            }
        }
    }
}
