package dev.naysayer.reports.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One file on a free port of this machine, under a content security policy, as Jenkins and others show reports. */
final class Served implements AutoCloseable {

    private final LoopbackServer server;
    private final List<String> asked;

    private Served(LoopbackServer server, List<String> asked) {
        this.server = server;
        this.asked = asked;
    }

    static Served under(String policy, Path file) throws IOException {
        byte[] page = Files.readAllBytes(file);
        List<String> asked = new CopyOnWriteArrayList<>();
        return new Served(
                LoopbackServer.start(exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
                    LoopbackServer.show(exchange, page);
                }),
                asked);
    }

    String address() {
        return server.address() + "/index.html";
    }

    /** What it was asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.close();
    }
}
