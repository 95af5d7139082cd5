package dev.naysayer.reports.fork;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An API that refuses rightly and costs little; it may fall silent after some answers. */
final class LoopbackApi implements AutoCloseable {

    /** What it lets in. */
    static final String TOKEN = "the-only-good-token-of-these-tests";

    static {
        // Else the JDK's server lets each answer wait for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String REFUSAL = "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger answered = new AtomicInteger();
    private final CountDownLatch silent = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final int answers;
    private final byte[] served;

    private LoopbackApi(HttpServer server, int answers, int size) {
        this.server = server;
        this.answers = answers;
        this.served = "[\"%s\"]".formatted("x".repeat(size)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Answers so many requests and none after them.
     *
     * @param size how long a body is that a good credential gets
     */
    static LoopbackApi start(int answers, int size) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LoopbackApi api = new LoopbackApi(server, answers, size);
        server.createContext("/", api::answer);
        server.setExecutor(api.threads);
        server.start();
        return api;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether a request came that is not answered any more. */
    boolean fellSilent() throws InterruptedException {
        return silent.await(60, TimeUnit.SECONDS);
    }

    /** Ends the connections that it left without an answer. */
    void hangUp() {
        closing.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (answered.incrementAndGet() > answers) {
                silent.countDown();
                closing.await();
                return;
            }
            String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean good = shown.equals("Bearer " + TOKEN);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (good) {
                send(exchange, 200, "application/json", served);
            } else {
                String challenge = shown.startsWith("Bearer ")
                        ? "Bearer realm=\"things\", error=\"invalid_token\""
                        : "Bearer realm=\"things\"";
                exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
                send(exchange, 401, "application/problem+json", REFUSAL.getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        hangUp();
        server.stop(0);
        threads.shutdownNow();
    }
}
