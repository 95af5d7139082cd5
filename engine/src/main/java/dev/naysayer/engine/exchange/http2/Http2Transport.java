package dev.naysayer.engine.exchange.http2;

import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.wire.Attempt;
import dev.naysayer.engine.exchange.wire.Deadlines;
import dev.naysayer.engine.exchange.wire.Failure;
import dev.naysayer.engine.exchange.wire.HeadTooLong;
import dev.naysayer.engine.exchange.wire.NoAnswer;
import dev.naysayer.engine.exchange.wire.Route;
import dev.naysayer.engine.exchange.wire.WireAnswer;
import dev.naysayer.engine.exchange.wire.WireRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.apache.hc.core5.http2.hpack.HeaderListConstraintException;
import org.apache.hc.core5.http2.impl.nio.ProtocolNegotiationException;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2MultiplexingRequester;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request over an HTTP/2 connection of its own: by ALPN over TLS, else with prior knowledge (RFC 9113 section 3).
 *
 * <p>HTTP/2 is optional. An API that says it does not speak it is not at fault, so nothing is judged; one that says nothing, or what
 * nobody understands, has not said so, and there is no answer.
 */
public final class Http2Transport {

    private static final String NOT_SPOKEN = "the API does not speak HTTP/2";

    private final TransportSettings settings;
    private final Deadlines deadlines;

    public Http2Transport(TransportSettings settings, Deadlines deadlines) {
        this.settings = settings;
        this.deadlines = deadlines;
    }

    /**
     * Sends one request over a connection of its own.
     *
     * @throws NoAnswer when none came; the attempt knows why
     */
    public WireAnswer send(WireRequest request, Route route, Attempt attempt) {
        URI uri = URI.create(request.uri());
        HttpHost target = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
        Http2Request http = Http2Request.of(request, uri);
        attempt.meant(request);
        if (route.proxyHost() != null) {
            throw attempt.notApplicable("HTTP/2 is not supported through a proxy");
        }
        boolean secure = "https".equals(target.getSchemeName());
        TlsStrategy tls = secure ? route.asynchronousTls() : null;
        if (secure && tls == null) {
            throw attempt.notApplicable("HTTP/2 is not supported with relaxed TLS validation or an SSLSocketFactory;"
                    + " give the RequestSpecification a trust store");
        }
        WireAnswer answer = new Sending(http, request, target, attempt).run(tls);
        attempt.answered(answer);
        return answer;
    }

    /** One request under way. */
    private final class Sending {

        private final Http2Request http;
        private final WireRequest request;
        private final HttpHost target;
        private final Attempt attempt;
        private final Http2Answer answer = new Http2Answer(settings.maxBodyBytes(), deadlines);
        private final Http2Watch watch = new Http2Watch(this::opened, this::writing);
        private final FirstBytes first = new FirstBytes();
        private final Failure failure;
        private final AtomicReference<Deadlines.@Nullable Deadline> deadline = new AtomicReference<>();

        Sending(Http2Request http, WireRequest request, HttpHost target, Attempt attempt) {
            this.http = http;
            this.request = request;
            this.target = target;
            this.attempt = attempt;
            this.failure = new Failure(target.toString(), null, settings);
        }

        WireAnswer run(@Nullable TlsStrategy tls) {
            H2MultiplexingRequester requester = Http2Request.requester(tls, watch, first);
            try {
                requester.start();
                var unused = requester.execute(
                        target,
                        http.producer(),
                        answer,
                        Timeout.of(settings.connectTimeout()),
                        HttpCoreContext.create(),
                        new Failed());
                return await();
            } finally {
                Deadlines.Deadline started = deadline.get();
                if (started != null) {
                    started.close();
                }
                requester.close(CloseMode.IMMEDIATE);
            }
        }

        /** A request is written when the peer has begun, so that its silence has to be ended here. */
        private void opened() {
            deadline.set(deadlines.start(settings.connectTimeout(), answer::late));
        }

        private void writing(List<? extends org.apache.hc.core5.http.Header> fields) {
            Deadlines.Deadline beginning =
                    deadline.getAndSet(deadlines.start(settings.responseTimeout(), answer::late));
            if (beginning != null) {
                beginning.close();
            }
            attempt.writing(request, Http2Request.shown(fields));
        }

        private WireAnswer await() {
            Duration longest = settings.connectTimeout().multipliedBy(2).plus(settings.responseTimeout());
            try {
                return answer.complete().get(longest.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw noAnswer(e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                throw attempt.failed(failure.unconnected(longest));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw noAnswer(new InterruptedIOException("interrupted"));
            }
        }

        private NoAnswer noAnswer(Throwable thrown) {
            Exception trouble = watch.isUnderstood() ? null : watch.trouble();
            Throwable first = trouble == null ? thrown : trouble;
            if (isNotSpoken(first)) {
                return attempt.notApplicable(NOT_SPOKEN);
            }
            if (first instanceof SocketTimeoutException && !watch.isWritten()) {
                return attempt.failed(
                        watch.isOpened() ? failure.noBeginning() : failure.unconnected(settings.connectTimeout()));
            }
            if (first instanceof H2StreamResetException reset) {
                return attempt.failed(failure.reset(reset));
            }
            IOException known = known(first);
            return attempt.failed(known, failure.reason(known));
        }

        private IOException known(Throwable thrown) {
            boolean tooLong = thrown instanceof HeaderListConstraintException
                    || (thrown instanceof H2ConnectionException local
                            && local.getCode() == H2Error.ENHANCE_YOUR_CALM.getCode());
            if (tooLong) {
                return HeadTooLong.bytes();
            }
            if (thrown instanceof CancellationException || isEnd(thrown)) {
                return answer.hasBegun() ? new ConnectionClosedException() : new NoHttpResponseException("closed");
            }
            if (thrown instanceof IOException io && !(thrown instanceof H2ConnectionException)) {
                return io;
            }
            // HttpCore's decoder of fields throws whatever its own checks of arguments throw.
            String words =
                    thrown instanceof IllegalArgumentException ? "fields that cannot be decoded" : thrown.getMessage();
            return new ClientProtocolException(new HttpException(words));
        }

        /** Channels throw no type of their own where the peer is gone. */
        private static boolean isEnd(Throwable thrown) {
            return thrown instanceof ConnectionClosedException
                    || thrown instanceof ClosedChannelException
                    || (thrown.getClass() == IOException.class
                            && String.valueOf(thrown.getMessage()).matches("Broken pipe|Connection reset.*"));
        }

        /**
         * Only what the peer says counts: the protocol it chose or has not, an answer in HTTP/1, a reset that asks for HTTP/1.1; or that
         * it closes in order at the preface (RFC 9113 section 3.4), as Tomcat does.
         */
        private boolean isNotSpoken(Throwable thrown) {
            if (watch.isUnderstood()) {
                return thrown instanceof H2StreamResetException reset
                        && reset.getCode() == H2Error.HTTP_1_1_REQUIRED.getCode();
            }
            boolean refusedByTls = thrown instanceof SSLException
                    && String.valueOf(thrown.getMessage()).contains("no_application_protocol");
            return refusedByTls
                    || first.areNone()
                    || thrown instanceof ProtocolNegotiationException
                    || first.areHttp1();
        }

        private final class Failed implements FutureCallback<Boolean> {

            @Override
            public void completed(Boolean result) {}

            @Override
            public void failed(Exception e) {
                answer.failed(e);
            }

            @Override
            public void cancelled() {
                answer.failed(new CancellationException());
            }
        }
    }
}
