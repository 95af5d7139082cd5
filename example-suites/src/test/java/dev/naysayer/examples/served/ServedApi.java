package dev.naysayer.examples.served;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An API on the loopback that knows a good token from a bad one, and says so in ways of its own. */
final class ServedApi implements AutoCloseable {

    /** What the API thinks of a request's token. */
    private enum Token {
        GOOD,
        NONE,
        EXPIRED,
        FORGED
    }

    /** What a good token gets, and what any other: all with status 200. */
    private record Envelope(String good, String bad) {}

    private static final String NO = "Invalid token";

    private static final Map<String, Envelope> ENVELOPES = Map.of(
            "/envelope-code",
                    new Envelope(
                            "{\"code\":0,\"data\":{\"n\":1}}",
                            "{\"code\":401,\"msg\":\"token expired\",\"data\":null}"),
            "/envelope-success",
                    new Envelope(
                            "{\"success\":true,\"data\":{\"n\":1}}",
                            "{\"success\":false,\"message\":\"%s\"}".formatted(NO)),
            "/graphql-null",
                    new Envelope(
                            "{\"data\":{\"n\":1}}",
                            "{\"data\":null,\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}"
                                    .formatted(NO)),
            "/graphql",
                    new Envelope(
                            "{\"data\":{\"orders\":[{\"id\":1}]}}",
                            "{\"errors\":[{\"message\":\"nobody may ask for orders\",\"extensions\":{\"code\":\"NO_SUCH_FIELD\"}}]}"),
            "/rpc",
                    new Envelope(
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[1]}",
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32001,\"message\":\"%s\"}}"
                                    .formatted(NO)),
            "/tool",
                    new Envelope(
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"three pages\"}]}}",
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"isError\":true,\"content\":[{\"type\":\"text\",\"text\":\"the search failed\"}]}}"));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ECKey key;

    private ServedApi(HttpServer server, ECKey key) {
        this.server = server;
        this.key = key;
    }

    static ServedApi start() throws IOException {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ServedApi api = new ServedApi(server, new ECKeyGenerator(Curve.P_256).generate());
            ENVELOPES.forEach((path, envelope) -> server.createContext(path, asked -> api.wrap(asked, envelope)));
            server.createContext("/events", api::stream);
            server.createContext("/plans", api::plans);
            server.createContext("/open", ServedApi::open);
            server.createContext("/me", api::me);
            server.setExecutor(api.threads);
            server.start();
            return api;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The private key, as a JWK. */
    String key() {
        return key.toJSONString();
    }

    private void wrap(HttpExchange asked, Envelope envelope) throws IOException {
        answer(asked, 200, token(asked) == Token.GOOD ? envelope.good() : envelope.bad());
    }

    /** A good token listens until it hangs up; what a token has come to in the meantime is told by an event. */
    private void stream(HttpExchange asked) throws IOException {
        Token token = token(asked);
        if (token == Token.NONE || token == Token.FORGED) {
            refuse(asked, token);
            return;
        }
        asked.getResponseHeaders().set("Content-Type", "text/event-stream");
        asked.getResponseHeaders().set("Cache-Control", "no-store");
        asked.sendResponseHeaders(200, 0);
        try (OutputStream out = asked.getResponseBody()) {
            if (token == Token.EXPIRED) {
                write(out, "event: error\ndata: {\"status\":401,\"message\":\"the token has run out\"}\n\n");
                return;
            }
            for (int event = 0; event < 400; event++) {
                write(out, "data: %d\n\n".formatted(event));
                if (closing.await(100, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everybody sees the plans, who logs in sees more; a bad token is passed over in silence. */
    private void plans(HttpExchange asked) throws IOException {
        answer(
                asked,
                200,
                token(asked) == Token.GOOD ? "{\"plans\":[\"public\",\"mine\"]}" : "{\"plans\":[\"public\"]}");
    }

    /** No credential is asked for at all. */
    private static void open(HttpExchange asked) throws IOException {
        answer(asked, 200, "{\"weather\":\"fair\"}");
    }

    private void me(HttpExchange asked) throws IOException {
        Token token = token(asked);
        if (token == Token.GOOD) {
            answer(asked, 200, "{\"name\":\"anna\"}");
        } else {
            refuse(asked, token);
        }
    }

    private static void refuse(HttpExchange asked, Token token) throws IOException {
        String error = token == Token.NONE ? "" : ", error=\"invalid_token\"";
        asked.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"orders\"" + error);
        asked.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        answer(asked, 401, "{\"message\":\"log in\"}");
    }

    private static void answer(HttpExchange asked, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        asked.getRequestBody().readAllBytes();
        asked.getResponseHeaders().set("Content-Type", "application/json");
        asked.getResponseHeaders().set("Cache-Control", "no-store");
        asked.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = asked.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private Token token(HttpExchange asked) {
        String field = asked.getRequestHeaders().getFirst("Authorization");
        if (field == null || !field.startsWith("Bearer ")) {
            return Token.NONE;
        }
        try {
            SignedJWT jwt = SignedJWT.parse(field.substring("Bearer ".length()));
            if (!jwt.verify(new ECDSAVerifier(key.toPublicJWK()))) {
                return Token.FORGED;
            }
            Instant end = jwt.getJWTClaimsSet().getExpirationTime().toInstant();
            return end.isAfter(Instant.now().minusSeconds(60)) ? Token.GOOD : Token.EXPIRED;
        } catch (ParseException | JOSEException e) {
            return Token.FORGED;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
