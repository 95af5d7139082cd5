package dev.naysayer.engine.junit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A small API on the loopback that answers as a function says, and reads credentials as strictly as it ought to. */
final class GuardedApi implements AutoCloseable {

    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "https://orders.example";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    GuardedApi(Function<Asked, Answer> guard) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                Asked request = new Asked(
                        exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders());
                asked.add(request);
                exchange.getRequestBody().readAllBytes();
                send(exchange, guard.apply(request));
            }
        });
        server.start();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.fields().forEach(field -> exchange.getResponseHeaders().add(field.name(), field.value()));
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** In the order in which requests came. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** A request. */
    record Asked(String method, String uri, Headers headers) {

        @Nullable
        String header(String name) {
            return headers.getFirst(name);
        }

        List<String> lines(String name) {
            return headers.getOrDefault(name, List.of());
        }

        boolean hasCookie(String cookie) {
            return lines("Cookie").stream()
                    .flatMap(line -> List.of(line.split(";")).stream())
                    .anyMatch(it -> it.strip().equals(cookie));
        }

        /** What stands behind an auth-scheme; null where nothing does. */
        @Nullable
        String authorization(String scheme) {
            String value = header("Authorization");
            return value != null && value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1)
                    ? value.substring(scheme.length() + 1).strip()
                    : null;
        }

        boolean isBasic(String pair) {
            byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(bytes).equals(authorization("Basic"));
        }

        /** Whether a JWT of the issuer's is presented, for this API, and in time. */
        boolean hasGoodToken() {
            String token = authorization("Bearer");
            try {
                return token != null && isGood(SignedJWT.parse(token));
            } catch (ParseException | JOSEException e) {
                return false;
            }
        }

        private static boolean isGood(SignedJWT token) throws ParseException, JOSEException {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            ECKey key = ECKey.parse(System.getProperty("NAYSAYER_TEST_KEY"));
            return token.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256)
                    && token.verify(new ECDSAVerifier(key))
                    && ISSUER.equals(claims.getIssuer())
                    && claims.getAudience().contains(AUDIENCE)
                    && claims.getExpirationTime() != null
                    && claims.getExpirationTime()
                            .toInstant()
                            .isAfter(Instant.now().minusSeconds(60));
        }
    }

    /** A line of an answer's head. */
    record Field(String name, String value) {}

    /** An answer; without a body where it is empty. */
    record Answer(int status, List<Field> fields, String body) {

        static Answer served(String json) {
            return new Answer(200, List.of(new Field("Content-Type", "application/json")), json);
        }

        Answer with(String name, String value) {
            List<Field> more = new ArrayList<>(fields);
            more.add(new Field(name, value));
            return new Answer(status, more, body);
        }

        /** As a careful API refuses, with these challenges. */
        static Answer refused(int status, String json, String... challenges) {
            List<Field> fields = new ArrayList<>(
                    List.of(new Field("Cache-Control", "no-store"), new Field("X-Content-Type-Options", "nosniff")));
            if (!json.isEmpty()) {
                fields.add(new Field("Content-Type", "application/json"));
            }
            for (String challenge : challenges) {
                fields.add(new Field("WWW-Authenticate", challenge));
            }
            return new Answer(status, fields, json);
        }
    }
}
