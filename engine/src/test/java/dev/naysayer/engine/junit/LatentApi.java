package dev.naysayer.engine.junit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/** An API that takes its time, refuses rightly, and remembers what was asked for and beside how many others. */
final class LatentApi implements AutoCloseable {

    /** What it lets in. */
    static final String TOKEN = "the-only-good-token-of-these-tests";

    /** An answer that breaks off. */
    static final int CUT = -1;

    static {
        // Else the JDK's server lets each answer wait for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String REFUSAL = "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}";

    /** @param atOnce how many requests were under way when it came, itself included */
    record Asked(String operation, String shown, int atOnce) {

        boolean isGood() {
            return shown.equals("Bearer " + TOKEN);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Duration latency;
    private final ToIntFunction<Asked> trouble;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

    private LatentApi(HttpServer server, Duration latency, ToIntFunction<Asked> trouble) {
        this.server = server;
        this.latency = latency;
        this.trouble = trouble;
    }

    static LatentApi start(Duration latency) throws IOException {
        return start(latency, asked -> 0);
    }

    /** @param trouble the status in which a request ends; 0 for the right one, {@link #CUT} for an answer that breaks off */
    static LatentApi start(Duration latency, ToIntFunction<Asked> trouble) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LatentApi api = new LatentApi(server, latency, trouble);
        server.createContext("/", api::answer);
        server.setExecutor(api.threads);
        server.start();
        return api;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    int mostAtOnce() {
        return asked.stream().mapToInt(Asked::atOnce).max().orElse(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        int atOnce = underWay.incrementAndGet();
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Asked it = new Asked(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    atOnce);
            asked.add(it);
            Thread.sleep(latency.toMillis());
            underWay.decrementAndGet();
            answer(exchange, it);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Asked it) throws IOException {
        int status = trouble.applyAsInt(it);
        if (status == CUT) {
            exchange.sendResponseHeaders(200, 1_000);
            // A newer JDK keeps the head back until something follows.
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            return;
        }
        if (status != 0) {
            if (status == 503) {
                exchange.getResponseHeaders().set("Retry-After", "0");
            }
            send(exchange, status, "text/plain", "busy");
            return;
        }
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (it.isGood()) {
            send(exchange, 200, "application/json", "[]");
            return;
        }
        boolean presented = it.shown().startsWith("Bearer ");
        exchange.getResponseHeaders()
                .set(
                        "WWW-Authenticate",
                        presented ? "Bearer realm=\"things\", error=\"invalid_token\"" : "Bearer realm=\"things\"");
        send(exchange, 401, "application/problem+json", REFUSAL);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
