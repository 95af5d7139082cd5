package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.naysayer.engine.credential.EmbeddedIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The tests' own issuer on a free loopback port: publishes its metadata (RFC 8414, OpenID Connect Discovery) and the public half
 * of its key, for an API that the build starts.
 */
public final class LocalIssuer implements EmbeddedIssuer {

    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final RSAKey key;
    private final HttpServer server;
    private final ExecutorService threads;

    private LocalIssuer(RSAKey key, HttpServer server, ExecutorService threads) {
        this.key = key;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Makes a key and starts to publish its public half.
     *
     * @throws IOException if no port can be opened
     */
    public static LocalIssuer start() throws IOException {
        RSAKey key = newKey();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        // An API's tests may end without closing us: then no thread of ours may keep the JVM.
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "naysayer-issuer");
            thread.setDaemon(true);
            return thread;
        });
        LocalIssuer issuer = new LocalIssuer(key, server, threads);
        issuer.publish();
        server.setExecutor(threads);
        // The server's own thread is a daemon exactly if the thread that starts it is one.
        CompletableFuture.runAsync(server::start, threads).join();
        return issuer;
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(ALGORITHM)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make RSA keys", e);
        }
    }

    private void publish() {
        String metadata = JSONObjectUtils.toJSONString(Map.of(
                "issuer", url(),
                "jwks_uri", url() + "/jwks",
                "authorization_endpoint", url() + "/authorize",
                "token_endpoint", url() + "/token",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of(ALGORITHM.getName())));
        String keys = JSONObjectUtils.toJSONString(new JWKSet(key).toJSONObject(true));
        Map<String, String> documents = Map.of(
                "/.well-known/openid-configuration", metadata,
                "/.well-known/oauth-authorization-server", metadata,
                "/jwks", keys);
        server.createContext("/", exchange -> answer(exchange, documents));
    }

    private static void answer(HttpExchange exchange, Map<String, String> documents) throws IOException {
        try (exchange) {
            boolean read = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
            String document = documents.get(exchange.getRequestURI().getPath());
            if (document == null || !read) {
                exchange.sendResponseHeaders(document == null ? 404 : 405, -1);
                return;
            }
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public JWK key() {
        return key;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
