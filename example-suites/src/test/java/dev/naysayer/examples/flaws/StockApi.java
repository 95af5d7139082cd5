package dev.naysayer.examples.flaws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.server.ConnectionFactory;
import wiremock.org.eclipse.jetty.server.DetectorConnectionFactory;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.SslConnectionFactory;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;
import wiremock.org.eclipse.jetty.util.Callback;

/** A small API on one loopback port, with and without TLS, that takes a password, a key or an opaque token. */
final class StockApi implements AutoCloseable {

    static final String KEY = "stock-key-" + UUID.randomUUID();
    static final String PASSWORD = UUID.randomUUID().toString();

    private static final String PAIR = "tester:" + PASSWORD;

    /** What a careful API wants to see, by path. */
    private static final Map<String, Predicate<Request>> CAREFUL = Map.of(
            "/basic", request -> isSecure(request) && authorization(request).equals("Basic " + base64(PAIR)),
            "/key", request -> isSecure(request) && KEY.equals(request.getHeader("X-API-Key")),
            "/token", request -> isSecure(request) && authorization(request).equals("Bearer " + KEY));

    /** The same API where nobody asks about TLS, characters that are not to be seen, and places. */
    private static final Map<String, Predicate<Request>> CARELESS = Map.of(
            "/basic", request -> visible(authorization(request)).equals(PAIR),
            "/key",
                    request -> KEY.equals(request.getHeader("X-API-Key"))
                            || request.queryParameter("api_key").isPresent()
                            || request.getCookies().containsKey("api_key"),
            "/token", request -> authorization(request).startsWith("Bearer stock-key-"));

    private final WireMockServer server;

    private StockApi(WireMockServer server) {
        this.server = server;
    }

    static StockApi careful() {
        StockApi api = start(CAREFUL, okJson("[]").withHeader("Cache-Control", "no-store"), WithAndWithoutTls::new);
        api.server.stubFor(requestMatching(request -> MatchResult.of(!isSecure(request)))
                .atPriority(1)
                .willReturn(problem(403)));
        return api;
    }

    static StockApi careless() {
        return start(CARELESS, okJson("[]"), TalkingOn::new);
    }

    private static StockApi start(
            Map<String, Predicate<Request>> good, ResponseDefinitionBuilder stock, HttpServerFactory factory) {
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .httpServerFactory(factory));
        server.start();
        StockApi api = new StockApi(server);
        good.forEach((path, isGood) -> api.offer(path, isGood, stock));
        return api;
    }

    private void offer(String path, Predicate<Request> good, ResponseDefinitionBuilder stock) {
        // No scheme is registered for keys; this API says that it takes tokens as well.
        String scheme = path.equals("/basic") ? "Basic" : "Bearer";
        server.stubFor(any(urlPathEqualTo(path))
                .willReturn(problem(401).withHeader("WWW-Authenticate", scheme + " realm=\"stock\"")));
        server.stubFor(any(urlPathEqualTo(path))
                .withHeader("Authorization", matching("Bearer .+"))
                .willReturn(problem(401)
                        .withHeader("WWW-Authenticate", scheme + " realm=\"stock\", error=\"invalid_token\"")));
        server.stubFor(any(urlPathEqualTo(path))
                .andMatching(request -> MatchResult.of(good.test(request)))
                .willReturn(stock));
    }

    private static ResponseDefinitionBuilder problem(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Cache-Control", "no-store")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"type\": \"https://stock.example/refused\", \"title\": \"Refused\", \"status\": " + status
                        + "}");
    }

    private static boolean isSecure(Request request) {
        return request.getScheme().equals("https");
    }

    private static String authorization(Request request) {
        return Objects.requireNonNullElse(request.getHeader("Authorization"), "");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The pair as somebody sees it who prints it. */
    private static String visible(String basic) {
        try {
            byte[] pair = Base64.getDecoder().decode(basic.replaceFirst("^Basic ", ""));
            return new String(pair, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    String url() {
        return "https://127.0.0.1:" + server.httpsPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Writes on where an answer to HEAD has ended. */
    private static final class TalkingOn extends WithAndWithoutTls {

        TalkingOn(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
            super(options, admin, stubs);
        }

        @Override
        protected void finalizeSetup(Options options) {
            super.finalizeSetup(options);
            HandlerWrapper talking = new Talking();
            talking.setHandler(jettyServer.getHandler());
            jettyServer.setHandler(talking);
        }
    }

    private static final class Talking extends HandlerWrapper {

        private static final String HEAD = String.join(
                "\r\n",
                "HTTP/1.1 401 Unauthorized",
                "WWW-Authenticate: Bearer realm=\"stock\"",
                "Cache-Control: no-store",
                "X-Content-Type-Options: nosniff",
                "Content-Length: 2",
                "Connection: close",
                "",
                "");

        @Override
        public void handle(
                String target,
                wiremock.org.eclipse.jetty.server.Request request,
                HttpServletRequest servlet,
                HttpServletResponse response)
                throws IOException, ServletException {
            if (!request.getMethod().equals("HEAD")) {
                super.handle(target, request, servlet, response);
                return;
            }
            // Jetty itself never would.
            request.setHandled(true);
            EndPoint peer = request.getHttpChannel().getEndPoint();
            peer.write(Callback.NOOP, ByteBuffer.wrap((HEAD + "[]").getBytes(StandardCharsets.ISO_8859_1)));
            peer.close();
        }
    }

    private static class WithAndWithoutTls extends Jetty11HttpServer {

        WithAndWithoutTls(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
            super(options, admin, stubs);
        }

        @Override
        protected void finalizeSetup(Options options) {
            super.finalizeSetup(options);
            ConnectionFactory tls = httpsConnector.getConnectionFactory(SslConnectionFactory.class);
            ConnectionFactory http = httpsConnector.getConnectionFactory(HttpConnectionFactory.class);
            // What is not TLS goes on to the protocol behind the detector.
            List<ConnectionFactory> protocols = new ArrayList<>(httpsConnector.getConnectionFactories());
            protocols.remove(http);
            protocols.add(0, http);
            protocols.add(0, new DetectorConnectionFactory((ConnectionFactory.Detecting) tls));
            httpsConnector.setConnectionFactories(protocols);
        }
    }
}
