package dev.naysayer.examples.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import dev.naysayer.examples.issuer.IssuedTarget;
import dev.naysayer.examples.liberty.Liberty;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The Orders API on a free loopback port; it verifies each token for real. */
public final class OrdersApi implements IssuedTarget.RunningApi {

    public static final String AUDIENCE = "https://orders.example";
    public static final String READ = "orders:read";
    public static final String WRITE = "orders:write";

    private static final String ORDER = "{\"id\":1001,\"item\":\"book\",\"quantity\":1}";
    // Room for the gate to refuse by itself: a server that cuts a request short may cut its answer too.
    private static final int LONGEST_HEADERS = 2 << 20;

    private final WireMockServer server;

    private OrdersApi(WireMockServer server) {
        this.server = server;
    }

    /** Starts the API with TLS, as it may be, for tokens of this issuer; without TLS it opens nothing. */
    public static OrdersApi startWithTls(String issuer, Set<Liberty> liberties) {
        TokenCheck check = new TokenCheck(issuer, AUDIENCE, Clock.systemUTC(), liberties);
        OrdersApi api = start(
                options().httpDisabled(true).dynamicHttpsPort(),
                new Gate(check, RefusalStyle.PROBLEM, Deviation.NONE, liberties),
                liberties);
        api.server.stubFor(
                requestMatching(request -> MatchResult.of(!request.getScheme().equals("https")))
                        .atPriority(1)
                        .willReturn(problem(403, "tls-required", "TLS required", "Send the request by https.")
                                .withTransformerParameter(Gate.OPEN, true)));
        api.offerOtherStyles();
        return api;
    }

    /** Starts the API as it ought to be, for tokens of this issuer. */
    public static OrdersApi start(String issuer) {
        return start(issuer, RefusalStyle.PROBLEM, Deviation.NONE);
    }

    /** Starts the API with one thing wrong. */
    public static OrdersApi start(String issuer, RefusalStyle style, Deviation deviation) {
        TokenCheck check = new TokenCheck(issuer, AUDIENCE, Clock.systemUTC());
        return start(options().dynamicPort(), new Gate(check, style, deviation, Set.of()), Set.of());
    }

    private static OrdersApi start(WireMockConfiguration options, Gate gate, Set<Liberty> liberties) {
        // No journal: it would keep every token that was ever sent.
        WireMockServer server = new WireMockServer(options.bindAddress("127.0.0.1")
                .disableRequestJournal()
                .jettyHeaderRequestSize(LONGEST_HEADERS)
                .httpServerFactory(OrdersServer.answering(Refusals.unreadable()))
                .extensions(gate));
        server.start();
        OrdersApi api = new OrdersApi(server);
        api.offerOperations();
        api.offerProblems();
        NoOperation.answer(
                server,
                Map.of(
                        "/orders", "GET, HEAD, OPTIONS, POST",
                        "/orders/[0-9]+", "DELETE, GET, HEAD, OPTIONS",
                        "/graphql|/graphql-current|/mcp", "OPTIONS, POST"),
                liberties,
                (status, title) -> problem(status, "no-operation", title, "There is no such operation."));
        return api;
    }

    private void offerOperations() {
        server.stubFor(
                request("GET_OR_HEAD", urlPathEqualTo("/orders")).willReturn(needing(READ, okJson("[" + ORDER + "]"))));
        server.stubFor(
                request("GET_OR_HEAD", urlPathMatching("/orders/[0-9]+")).willReturn(needing(READ, okJson(ORDER))));
        server.stubFor(post(urlPathEqualTo("/orders"))
                .withRequestBody(matchingJsonPath("$.item"))
                .withRequestBody(matchingJsonPath("$.quantity"))
                .willReturn(needing(WRITE, okJson(ORDER).withStatus(201).withHeader("Location", "/orders/1001"))));
        server.stubFor(delete(urlPathMatching("/orders/[0-9]+"))
                .willReturn(needing(WRITE, aResponse().withStatus(204))));
    }

    /** What is no order is refused behind the gate, so that strangers cannot map the API. */
    private void offerProblems() {
        server.stubFor(post(urlPathEqualTo("/orders"))
                .atPriority(NoOperation.LAST - 3)
                .willReturn(needing(
                        WRITE, problem(422, "invalid-order", "Invalid order", "Send a JSON item and quantity."))));
    }

    /** The same orders for clients of GraphQL and of the Model Context Protocol. */
    private void offerOtherStyles() {
        server.stubFor(post(urlPathEqualTo("/graphql"))
                .withRequestBody(matchingJsonPath("$.query"))
                .willReturn(needing(READ, okJson("{\"data\":{\"orders\":[" + ORDER + "]}}"))
                        .withTransformerParameter(Gate.STYLE, RefusalStyle.GRAPHQL.name())));
        server.stubFor(post(urlPathEqualTo("/graphql-current"))
                .withRequestBody(matchingJsonPath("$.query"))
                .willReturn(needing(READ, okJson("{\"data\":{\"orders\":[" + ORDER + "]}}"))
                        .withHeader("Content-Type", "application/graphql-response+json")
                        .withTransformerParameter(Gate.STYLE, RefusalStyle.GRAPHQL_CURRENT.name())));
        server.stubFor(post(urlPathEqualTo("/mcp"))
                .withRequestBody(matchingJsonPath("$.method"))
                .willReturn(needing(READ, okJson("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[]}}"))
                        .withTransformerParameter(Gate.STYLE, RefusalStyle.PROBLEM_AND_METADATA.name())));
    }

    private static ResponseDefinitionBuilder needing(String scope, ResponseDefinitionBuilder response) {
        return response.withHeader("Vary", "Authorization").withTransformerParameter(Gate.SCOPE, scope);
    }

    static ResponseDefinitionBuilder problem(int status, String type, String title, String detail) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("Cache-Control", "no-store")
                .withHeader(Refusal.NOSNIFF, "nosniff")
                .withBody(Refusals.problem(status, type, title, detail));
    }

    @Override
    public String url() {
        return server.isHttpsEnabled()
                ? "https://127.0.0.1:" + server.httpsPort()
                : "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
