package dev.naysayer.reports.fork;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An API that refuses rightly and costs little; it may fall silent after some answers. */
final class LoopbackApi implements AutoCloseable {

    /** What it lets in. */
    static final String TOKEN = "the-only-good-token-of-these-tests";

    static {
        // Else the JDK's server lets each answer wait for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REFUSAL = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}";

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
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            Optional<String> error = error(shown);
            if (error.isEmpty()) {
                send(exchange, 200, "application/json", served);
            } else {
                refuse(exchange, error.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is wrong with a credential, as RFC 6750 calls it; blank where it is none, and empty where nothing is wrong. */
    private static Optional<String> error(String shown) {
        if (shown.equals("Bearer " + TOKEN)) {
            return Optional.empty();
        }
        if (!shown.startsWith("Bearer ")) {
            return Optional.of("");
        }
        String[] parts = shown.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.of("invalid_token");
        }
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        boolean right = claims.at("/exp").asLong() > Instant.now().getEpochSecond()
                && claims.at("/aud").asString("").equals("https://things.example");
        return !right
                ? Optional.of("invalid_token")
                : claims.at("/scope").asString("").equals("things:read")
                        ? Optional.empty()
                        : Optional.of("insufficient_scope");
    }

    private static void refuse(HttpExchange exchange, String error) throws IOException {
        exchange.getResponseHeaders()
                .set(
                        "WWW-Authenticate",
                        "Bearer realm=\"things\""
                                + (error.isEmpty() ? "" : ", error=\"%s\"".formatted(error))
                                + (error.equals("insufficient_scope") ? ", scope=\"things:read\"" : ""));
        boolean forbidden = error.equals("insufficient_scope");
        String problem = REFUSAL.formatted(forbidden ? "Forbidden" : "Unauthorized", forbidden ? 403 : 401);
        send(exchange, forbidden ? 403 : 401, "application/problem+json", problem.getBytes(StandardCharsets.UTF_8));
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
