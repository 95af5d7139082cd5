package dev.naysayer.reports.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One file on a free port of this machine, under a content security policy, as Jenkins and others show reports. */
final class Served implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Served(HttpServer server) {
        this.server = server;
    }

    static Served under(String policy, Path file) throws IOException {
        Served served = new Served(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        byte[] page = Files.readAllBytes(file);
        served.server.createContext("/", exchange -> {
            try (exchange) {
                served.asked.add(exchange.getRequestURI().toString());
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.getResponseHeaders().set("Content-Security-Policy", policy);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        served.server.start();
        return served;
    }

    String address() {
        return "http://127.0.0.1:%d/index.html".formatted(server.getAddress().getPort());
    }

    /** What it was asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
