package dev.naysayer.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A small API with one token, which it knows in one spelling of its scheme only; below {@code /silent} it sends no challenge. */
final class OrdersApi implements AutoCloseable {

    private final HttpServer server;
    private final String token;

    OrdersApi(String token) {
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean good = ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = (good ? "{\"orders\":[1]}" : "{\"title\":\"Unauthorized\",\"status\":401}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", good ? "application/json" : "application/problem+json");
        if (!good && !exchange.getRequestURI().getPath().startsWith("/silent")) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"orders\"");
        }
        exchange.sendResponseHeaders(good ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
