package dev.naysayer.examples.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.examples.issuer.IssuedTarget;
import java.time.Clock;

/** The Orders API on a free loopback port; it verifies each token for real. */
public final class OrdersApi implements IssuedTarget.RunningApi {

    public static final String AUDIENCE = "https://orders.example";
    public static final String READ = "orders:read";
    public static final String WRITE = "orders:write";

    private static final String ORDER = "{\"id\":1001,\"item\":\"book\",\"quantity\":1}";
    private static final int LAST = 10;
    // Room for the gate to refuse by itself: a server that cuts a request short may cut its answer too.
    private static final int LONGEST_HEADERS = 2 << 20;

    private final WireMockServer server;

    private OrdersApi(WireMockServer server) {
        this.server = server;
    }

    /** Starts the API as it ought to be, for tokens of this issuer. */
    public static OrdersApi start(String issuer) {
        return start(issuer, RefusalStyle.PROBLEM, Deviation.NONE);
    }

    /** Starts the API with one thing wrong. */
    public static OrdersApi start(String issuer, RefusalStyle style, Deviation deviation) {
        Gate gate = new Gate(new TokenCheck(issuer, AUDIENCE, Clock.systemUTC()), style, deviation);
        // No journal: it would keep every token that was ever sent.
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .jettyHeaderRequestSize(LONGEST_HEADERS)
                .httpServerFactory(OrdersServer::new)
                .extensions(gate));
        server.start();
        OrdersApi api = new OrdersApi(server);
        api.offerOperations();
        api.offerProblems();
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

    /** What is no operation is refused behind the gate too, so that strangers cannot map the API. */
    private void offerProblems() {
        server.stubFor(post(urlPathEqualTo("/orders"))
                .atPriority(LAST - 1)
                .willReturn(needing(
                        WRITE, problem(422, "invalid-order", "Invalid order", "Send a JSON item and quantity."))));
        server.stubFor(any(anyUrl())
                .atPriority(LAST)
                .willReturn(problem(404, "not-found", "Not found", "There is no such operation.")));
    }

    private static ResponseDefinitionBuilder needing(String scope, ResponseDefinitionBuilder response) {
        return response.withHeader("Vary", "Authorization").withTransformerParameter(Gate.SCOPE, scope);
    }

    static ResponseDefinitionBuilder problem(int status, String type, String title, String detail) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody(Refusals.problem(status, type, title, detail));
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
