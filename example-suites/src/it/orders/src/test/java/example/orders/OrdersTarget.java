package example.orders;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.naysayer.engine.run.ContractTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The Orders API: verifies tokens for real, with a key that is made for the run. */
public final class OrdersTarget implements ContractTarget {

    /** What the API knows and nobody else may show: every Authorization value it received, and its private key. */
    private final Path secrets = Path.of("target", "secrets.txt");

    /** One line per request, per run. */
    private final Path received = Path.of("target", System.getProperty("run", "plain") + "-received.txt");

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private HttpServer server;
    private RSAKey key;
    private TokenCheck check;

    @Override
    public Set<String> promisedVariables() {
        return Set.of("ORDERS_KEY");
    }

    @Override
    public void start() throws IOException {
        try {
            key = new RSAKeyGenerator(2048).keyID("orders").generate();
            check = new TokenCheck(key);
        } catch (JOSEException e) {
            throw new IOException("this JDK cannot make RSA keys", e);
        }
        for (Object part : List.of(
                key.getPrivateExponent(),
                key.getFirstPrimeFactor(),
                key.getSecondPrimeFactor(),
                key.getFirstFactorCRTExponent(),
                key.getSecondFactorCRTExponent(),
                key.getFirstCRTCoefficient())) {
            append(secrets, part.toString());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/orders", this::answer);
        server.start();
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("ORDERS_KEY", key.toJSONString());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            List<String> authorization = exchange.getRequestHeaders().get("Authorization");
            boolean reads = List.of("GET", "HEAD").contains(method);
            append(received, method + " " + exchange.getRequestURI());
            if (authorization != null) {
                for (String line : authorization) {
                    append(secrets, line);
                }
            }
            Refusal refusal = check.refusal(authorization, reads ? "orders:read" : "orders:write");
            if (refusal == null) {
                send(exchange, reads ? 200 : 201, "application/json", "[]");
                return;
            }
            if (refusal.reason().equals(System.getProperty("busy.about"))) {
                send(exchange, 503, "application/problem+json", refusal.body());
                return;
            }
            // The flaw that a run may ask for: one refusal of GET comes without its challenge.
            if (!method.equals("GET") || !refusal.reason().equals(System.getProperty("silent.about"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", refusal.challenge());
            }
            send(exchange, refusal.status(), "application/problem+json", refusal.body());
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static synchronized void append(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
