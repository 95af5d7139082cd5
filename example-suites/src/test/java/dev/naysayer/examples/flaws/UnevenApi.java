package dev.naysayer.examples.flaws;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.naysayer.examples.orders.OrdersApi;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small API on a loopback port that knows from the credential what is wrong with it: what is tried here is not how it judges,
 * but whether its answers fit together.
 */
final class UnevenApi implements AutoCloseable {

    static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    /**
     * A request as its flaws see it; the cause is a condition's name, or {@code good}.
     *
     * @param origin where the page comes from that asks, or null where none does
     * @param wants the method that a preflight asks for, or null where it is none
     * @param script whether a page says that a script of its asks
     */
    record Asked(
            String method,
            String path,
            String cause,
            boolean again,
            @Nullable String origin,
            @Nullable String wants,
            boolean script) {

        boolean isPreflight() {
            return wants != null;
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final WireMockServer server;

    private UnevenApi(WireMockServer server) {
        this.server = server;
    }

    /**
     * Starts the API.
     *
     * @param style how it answers
     * @param flaw what it makes of the right answer
     */
    static UnevenApi start(UnevenStyle style, BiFunction<Asked, Told, Told> flaw) {
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .extensions(new Answering(style, flaw)));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
        return new UnevenApi(server);
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Answering implements ResponseDefinitionTransformerV2 {

        private final UnevenStyle style;
        private final BiFunction<Asked, Told, Told> flaw;
        private final Map<String, Boolean> seen = new ConcurrentHashMap<>();

        Answering(UnevenStyle style, BiFunction<Asked, Told, Told> flaw) {
            this.style = style;
            this.flaw = flaw;
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            var request = event.getRequest();
            String method = request.getMethod().value();
            String cause = cause(request.getHeader("Authorization"));
            boolean again = seen.put("%s %s %s".formatted(method, request.getUrl(), cause), true) != null;
            Asked asked = new Asked(
                    method,
                    request.getUrl(),
                    cause,
                    again,
                    request.getHeader("Origin"),
                    request.getHeader("Access-Control-Request-Method"),
                    request.containsHeader("X-Requested-With"));
            String origin = "http://127.0.0.1:" + request.getPort();
            return flaw.apply(asked, style.answer(asked, origin)).response();
        }

        private static String cause(@Nullable String authorization) {
            if (authorization == null) {
                return "no-token";
            }
            String credential = authorization.replaceFirst("\\S+ ", "");
            return authorization.startsWith("Basic ") ? ofPair(decoded(credential)) : ofToken(credential);
        }

        private static String ofPair(String pair) {
            return pair.equals("tester:" + StockApi.PASSWORD)
                    ? "good"
                    : pair.startsWith("tester:") ? "wrong-password" : "unknown-user";
        }

        /** By what the token says; whether it is genuine does not matter here. */
        private static String ofToken(String token) {
            JsonNode claims = JSON.readTree(decoded(token.split("\\.", -1)[1]));
            if (claims.path("exp").asLong() < Instant.now().getEpochSecond()) {
                return "expired-token";
            }
            if (!claims.path("aud").toString().contains(OrdersApi.AUDIENCE)) {
                return "wrong-audience";
            }
            return claims.path("scope").asString("").contains(OrdersApi.READ) ? "good" : "insufficient-scope";
        }

        private static String decoded(String base64) {
            return new String(
                    Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/')), StandardCharsets.UTF_8);
        }

        @Override
        public boolean applyGlobally() {
            return true;
        }

        @Override
        public String getName() {
            return "answering";
        }
    }
}
