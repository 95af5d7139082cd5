package dev.naysayer.engine.junit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** An API of the field: it tells good tokens from bad ones, and answers in a way of its own. */
final class FieldApi implements AutoCloseable {

    /** What became of the token of a request. */
    enum Token {
        GOOD,
        NONE,
        BAD
    }

    /** A request as the API got it. */
    record Asked(String method, String uri, Headers headers, String text, Token token) {

        /** A header's value; empty where there is none. */
        String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    /** What it says. */
    record Answer(int status, Map<String, String> headers, String body) {}

    /** What the API says to a request. */
    interface Behaviour {
        Answer to(Asked asked);
    }

    /** What a run found: by scenario, the rules that are broken, and those that comparisons broke. */
    record Found(List<CaseOutcome> outcomes, List<ComparisonOutcome> comparisons) {

        Map<String, List<String>> broken() {
            Map<String, List<String>> broken = new LinkedHashMap<>();
            outcomes.forEach(outcome -> broken.put(
                    outcome.scenario(),
                    outcome.violations().stream().map(Finding::rule).toList()));
            return broken;
        }

        List<String> compared() {
            return comparisons.stream()
                    .map(ComparisonOutcome::finding)
                    .filter(Finding::violated)
                    .map(Finding::rule)
                    .toList();
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    FieldApi(Behaviour behaviour) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, behaviour));
        server.setExecutor(threads);
        server.start();
    }

    /** All that it was asked, in order. */
    List<Asked> asked() {
        return asked;
    }

    /** Runs a suite of this folder against it. */
    Found run(String suite) {
        EngineExecutionResults results = Contracts.engine()
                .selectors(DiscoverySelectors.selectClasspathResource("dev/naysayer/engine/junit/field/" + suite))
                .configurationParameter(
                        Setting.TARGET.parameter(),
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .execute();
        return new Found(Published.outcomes(results), Published.comparisons(results));
    }

    private void answer(HttpExchange exchange, Behaviour behaviour) throws IOException {
        Asked request = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                token(exchange.getRequestHeaders().getFirst("Authorization")));
        asked.add(request);
        Answer answer = behaviour.to(request);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean head = request.method().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (!head) {
                out.write(body);
            }
        }
    }

    private static Token token(String field) {
        if (field == null || field.strip().equalsIgnoreCase("Bearer")) {
            return Token.NONE;
        }
        try {
            SignedJWT jwt = SignedJWT.parse(field.substring("Bearer ".length()));
            ECKey key = ECKey.parse(System.getProperty("NAYSAYER_TEST_KEY"));
            Instant end = jwt.getJWTClaimsSet().getExpirationTime().toInstant();
            boolean good = jwt.verify(new ECDSAVerifier(key.toPublicJWK()))
                    && end.isAfter(Instant.now().minusSeconds(60));
            return good ? Token.GOOD : Token.BAD;
        } catch (ParseException | JOSEException | RuntimeException e) {
            return Token.BAD;
        }
    }

    /** Fields with their values in turn. */
    static Map<String, String> headers(String... namesAndValues) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    /** Both together. */
    static Map<String, String> both(Map<String, String> some, Map<String, String> others) {
        Map<String, String> both = new LinkedHashMap<>(some);
        both.putAll(others);
        return both;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
