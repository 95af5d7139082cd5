package dev.naysayer.engine.exchange.client;

import dev.naysayer.engine.exchange.RawServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.ResponseChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Answers each request over HTTP/2 with a piece of a body that it never ends. */
final class EndlessHttp2Server implements AutoCloseable {

    private final HttpAsyncServer server;
    private final int port;

    /** @param piece all of the body that comes */
    EndlessHttp2Server(ContentType type, String piece) throws Exception {
        server = H2ServerBootstrap.bootstrap()
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_2)
                .setRequestRouter((request, context) -> () -> new Handler(type, piece))
                .create();
        server.start();
        var listening = server.listen(new InetSocketAddress(RawServer.loopback(), 0), URIScheme.HTTP)
                .get(10, TimeUnit.SECONDS);
        port = ((InetSocketAddress) listening.getAddress()).getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }

    private static final class Handler implements AsyncServerExchangeHandler {

        private final ContentType type;
        private final ByteBuffer piece;

        Handler(ContentType type, String piece) {
            this.type = type;
            this.piece = ByteBuffer.wrap(piece.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void handleRequest(
                HttpRequest request, @Nullable EntityDetails entity, ResponseChannel channel, HttpContext context)
                throws HttpException, IOException {
            channel.sendResponse(new BasicHttpResponse(200), new BasicEntityDetails(-1, type), context);
        }

        @Override
        public int available() {
            return piece.remaining();
        }

        @Override
        public void produce(DataStreamChannel channel) throws IOException {
            channel.write(piece);
        }

        @Override
        public void updateCapacity(CapacityChannel channel) throws IOException {
            channel.update(Integer.MAX_VALUE);
        }

        @Override
        public void consume(ByteBuffer source) {}

        @Override
        public void streamEnd(@Nullable List<? extends Header> trailers) {}

        @Override
        public void failed(Exception cause) {}

        @Override
        public void releaseResources() {}
    }
}
