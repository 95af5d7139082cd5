package dev.naysayer.reports.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A server for a browser, on a free port of this machine; each port is an origin of its own. */
final class LoopbackServer implements AutoCloseable {

    /** What is done with a request. */
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;

    private LoopbackServer(HttpServer server) {
        this.server = server;
    }

    static LoopbackServer start(Answering answering) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answering.answer(exchange);
            }
        });
        server.start();
        return new LoopbackServer(server);
    }

    /** Has an empty page at every path. */
    static LoopbackServer ofPages() throws IOException {
        byte[] page =
                "<!doctype html><title>A page</title><link rel=icon href=data:,>".getBytes(StandardCharsets.UTF_8);
        return start(exchange -> show(exchange, page));
    }

    static void show(HttpExchange exchange, byte[] page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
    }

    /** The origin, without a slash at the end. */
    String address() {
        return "http://127.0.0.1:%d".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
