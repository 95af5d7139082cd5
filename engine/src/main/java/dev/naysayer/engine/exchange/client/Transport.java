package dev.naysayer.engine.exchange.client;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.http2.Http2Transport;
import dev.naysayer.engine.exchange.pool.Connections;
import dev.naysayer.engine.exchange.pool.KeptConnectionEnded;
import dev.naysayer.engine.exchange.pool.PooledRequest;
import dev.naysayer.engine.exchange.verbatim.VerbatimRequest;
import dev.naysayer.engine.exchange.verbatim.VerbatimTransport;
import dev.naysayer.engine.exchange.wire.AnswerReader;
import dev.naysayer.engine.exchange.wire.Attempt;
import dev.naysayer.engine.exchange.wire.Deadlines;
import dev.naysayer.engine.exchange.wire.Draft;
import dev.naysayer.engine.exchange.wire.Failure;
import dev.naysayer.engine.exchange.wire.NoAnswer;
import dev.naysayer.engine.exchange.wire.Patience;
import dev.naysayer.engine.exchange.wire.Route;
import dev.naysayer.engine.exchange.wire.WireAnswer;
import dev.naysayer.engine.exchange.wire.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Writes one request to a pooled connection and reads its answer, within a deadline and a limit; once more where the connection had
 * been kept and ended before any answer.
 */
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

    /**
     * Sends what all others agreed on, in the way that the credential asks for.
     *
     * @throws NoAnswer when no answer came; the attempt knows why
     */
    WireAnswer send(Draft draft, String uri, Credential credential, Attempt attempt) {
        Route route = draft.route();
        // Who asks, where the user's specification does not say it.
        String userAgent = settings.manners().userAgent();
        if (credential.protocol() == Credential.Protocol.HTTP_2) {
            return new Http2Transport(settings, deadlines)
                    .send(WireRequest.from(draft, uri, credential, userAgent), route, attempt);
        }
        // Only a connection of its own shows what a server writes behind the head, and keeps it from the next answer.
        boolean alone = credential.verbatim() || draft.method().equals("HEAD");
        return alone
                ? sendVerbatim(draft, uri, credential, userAgent, attempt)
                : send(WireRequest.from(draft, uri, credential, userAgent), route, attempt);
    }

    private WireAnswer sendVerbatim(Draft draft, String uri, Credential credential, String userAgent, Attempt attempt) {
        Route route = draft.route();
        if (credential.protocol() == Credential.Protocol.WITHOUT_TLS && route.proxyHost() != null) {
            throw attempt.notApplicable("through a proxy nobody can tell who would answer without TLS");
        }
        List<VerbatimRequest> requests =
                VerbatimRequest.sequence(draft, uri, credential.sentVerbatim(), route, userAgent);
        return new VerbatimTransport(settings, deadlines).send(requests, URI.create(uri), route, attempt);
    }

    private WireAnswer send(WireRequest request, Route route, Attempt attempt) {
        URI uri = URI.create(request.uri());
        HttpHost target = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
        Connections.Client client = connections.through(route);
        attempt.meant(request);
        Failure failure = new Failure(target.toString(), route.proxyHost(), settings);
        try {
            return answer(request, uri, client, attempt, failure);
        } catch (KeptConnectionEnded e) {
            if (!e.mayBeSentAgain(request.method())) {
                throw attempt.failed(failure.keptConnectionEnded());
            }
            attempt.noted(e.note());
        }
        try {
            return answer(request, uri, connections.afresh(route), attempt, failure);
        } catch (KeptConnectionEnded e) {
            throw attempt.failed(e.trouble(), failure.reason(e.trouble()));
        }
    }

    private WireAnswer answer(WireRequest request, URI uri, Connections.Client client, Attempt attempt, Failure failure)
            throws KeptConnectionEnded {
        HttpUriRequestBase http = http(request, uri);
        try (PooledRequest pooled = new PooledRequest(
                http, settings, deadlines, fields -> attempt.writing(request, AnswerReader.headers(fields)))) {
            try {
                HttpHost target = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
                Patience patience = new Patience(deadlines, pooled::isLate);
                WireAnswer answer =
                        pooled.run(client, target, response -> reader.read(response, http::abort, patience));
                if (!pooled.isWritten()) {
                    throw attempt.failed(failure.tunnelRefused(answer.status()));
                }
                attempt.answered(answer);
                return answer;
            } catch (IOException | IllegalStateException e) {
                if (e instanceof KeptConnectionEnded ended && !pooled.isLate()) {
                    throw ended;
                }
                throw attempt.failed(e, pooled.reason(e, failure));
            }
        }
    }

    private static HttpUriRequestBase http(WireRequest request, URI uri) {
        HttpUriRequestBase http = new HttpUriRequestBase(request.method(), uri);
        request.headers().forEach(header -> http.addHeader(header.name(), header.value()));
        Body body = request.body();
        if (body != null) {
            http.setEntity(new ByteArrayEntity(body.bytes(), null));
        }
        return http;
    }

    @Override
    public void close() {
        deadlines.close();
        connections.close();
    }
}
