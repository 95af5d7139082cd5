package dev.naysayer.examples.correct;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.naysayer.examples.issuer.IssuedTarget;
import dev.naysayer.examples.liberty.Liberty;
import dev.naysayer.examples.orders.NoOperation;
import dev.naysayer.examples.orders.OrdersServer;
import java.util.Map;
import java.util.Set;

/** A small API behind a guard, on one loopback port with TLS; without TLS it opens nothing. */
final class StockApi implements IssuedTarget.RunningApi {

    private static final int LONGEST_HEADERS = 4 << 20;

    private final WireMockServer server;

    private StockApi(WireMockServer server) {
        this.server = server;
    }

    static StockApi start(Guard guard, Set<Liberty> liberties) {
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .disableRequestJournal()
                .jettyHeaderRequestSize(LONGEST_HEADERS)
                .httpServerFactory(OrdersServer.answering(guard.unreadable()))
                .extensions(new Door(guard, liberties)));
        server.start();
        server.stubFor(request("GET_OR_HEAD", urlPathMatching("/stock|/deliveries"))
                .willReturn(okJson("[{\"item\":\"book\",\"quantity\":1}]")
                        .withHeader("Cache-Control", "no-store")
                        .withHeader("Vary", "Authorization, Cookie, X-API-Key")));
        server.stubFor(post(urlPathEqualTo("/deliveries")).willReturn(problem(422, "Nothing to do")));
        NoOperation.answer(
                server,
                Map.of("/stock", "GET, HEAD, OPTIONS", "/deliveries", "GET, HEAD, OPTIONS, POST"),
                liberties,
                StockApi::problem);
        return new StockApi(server);
    }

    private static ResponseDefinitionBuilder problem(int status, String title) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("Cache-Control", "no-store")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withBody("{\"type\":\"https://stock.example/problems/%d\",\"title\":\"%s\",\"status\":%d}"
                        .formatted(status, title, status));
    }

    @Override
    public String url() {
        return "https://127.0.0.1:" + server.httpsPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The guard stands before everything, so that strangers cannot map the API. */
    private record Door(Guard guard, Set<Liberty> liberties) implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            Request request = event.getRequest();
            if (!request.getScheme().equals("https")) {
                return new Refused("").withoutTls().response();
            }
            if (NoOperation.isAnsweredFirst(event, liberties)) {
                return event.getResponseDefinition();
            }
            return guard.refuse(request).map(refusal -> refusal.response()).orElse(event.getResponseDefinition());
        }

        @Override
        public String getName() {
            return "door";
        }

        @Override
        public boolean applyGlobally() {
            return true;
        }
    }
}
