package dev.naysayer.engine.exchange.http2;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.wire.AnswerReader;
import dev.naysayer.engine.exchange.wire.HeadTooLong;
import dev.naysayer.engine.exchange.wire.NotSendable;
import dev.naysayer.engine.exchange.wire.WireRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2MultiplexingRequester;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2MultiplexingRequesterBootstrap;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.jspecify.annotations.Nullable;

/** One request as HTTP/2 has it: nothing added to it, and nothing that HTTP/2 forbids. */
record Http2Request(BasicHttpRequest head, @Nullable Body body) {

    /** Fields of a connection, which HTTP/2 has not (RFC 9113 section 8.2.2); Host becomes the authority. */
    private static final Set<String> LEFT_OUT =
            Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "te", "host");

    /** What the URI and the method show already. */
    private static final Set<String> SHOWN = Set.of(":method", ":scheme", ":path");

    /** Pieces in which a head comes, each of at most 16 KiB. */
    private static final int MOST_CONTINUATIONS = HeadTooLong.MOST_BYTES / (16 * 1024);

    /** @throws NotSendable when HTTP/2 cannot write it */
    static Http2Request of(WireRequest request, URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        BasicHttpRequest head =
                new BasicHttpRequest(request.method(), uri.getScheme(), authority(request, uri), path + query);
        request.headers().stream()
                .filter(header -> !LEFT_OUT.contains(header.name().toLowerCase(Locale.ROOT)))
                .forEach(header -> head.addHeader(header.name().toLowerCase(Locale.ROOT), header.value()));
        Body body = request.body();
        if (body != null) {
            head.addHeader("content-length", body.bytes().length);
        }
        return new Http2Request(head, body);
    }

    private static URIAuthority authority(WireRequest request, URI uri) {
        String host = request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Host"))
                .map(Header::value)
                .findFirst()
                .orElse(uri.getRawAuthority());
        try {
            return URIAuthority.create(host);
        } catch (URISyntaxException e) {
            throw new NotSendable("header Host names no host; nothing was sent");
        }
    }

    AsyncRequestProducer producer() {
        return new BasicRequestProducer(head, body == null ? null : new BasicAsyncEntityProducer(body.bytes(), null));
    }

    /** The fields as they go out, but for those that method and URI show. */
    static List<Header> shown(List<? extends org.apache.hc.core5.http.Header> fields) {
        return AnswerReader.headers(fields.stream()
                .filter(field -> !SHOWN.contains(field.getName()))
                .toArray(org.apache.hc.core5.http.Header[]::new));
    }

    /** What speaks HTTP/2 and nothing else, and changes no request. */
    static H2MultiplexingRequester requester(@Nullable TlsStrategy tls, Http2Watch watch, FirstBytes first) {
        return H2MultiplexingRequesterBootstrap.bootstrap()
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(1)
                        .setTcpNoDelay(true)
                        .build())
                .setH2Config(H2Config.custom()
                        .setPushEnabled(false)
                        .setMaxHeaderListSize(HeadTooLong.MOST_BYTES)
                        .setMaxContinuations(MOST_CONTINUATIONS)
                        .build())
                .setCharCodingConfig(CharCodingConfig.custom()
                        .setCharset(StandardCharsets.ISO_8859_1)
                        .build())
                .setHttpProcessor(HttpProcessorBuilder.create().build())
                .setTlsStrategy(tls)
                .setStrictALPNHandshake(true)
                // Behind TLS the peer has chosen its protocol already, and what is read is not text.
                .setIOSessionDecorator(tls == null ? first : null)
                .setStreamListener(watch)
                .setIOSessionListener(watch)
                .create();
    }
}
