package dev.naysayer.examples.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.examples.orders.NoOperation;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Members of a club, on a free loopback port: who is logged in may see and add them. */
final class MembersApi implements AutoCloseable {

    /** Made for this run. */
    static final String PASSWORD = UUID.randomUUID().toString();

    private final WireMockServer server;

    private MembersApi(WireMockServer server) {
        this.server = server;
    }

    /**
     * Starts the API.
     *
     * @param flaw what is wrong with it, if anything is
     * @param free whether it leaves undone what no standard makes it do
     */
    static MembersApi start(Flaw flaw, boolean free) {
        return start(flaw, free, Duration.ofHours(1));
    }

    /** @param lifetime how long a session lives */
    static MembersApi start(Flaw flaw, boolean free, Duration lifetime) {
        // No journal: it would keep every session that was ever sent.
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .extensions(new Porter(flaw, free, new Sessions(lifetime))));
        server.start();
        server.stubFor(request("GET_OR_HEAD", urlPathEqualTo("/members"))
                .willReturn(okJson("[{\"name\":\"Ada\"}]").withHeader("Cache-Control", "no-store")));
        server.stubFor(post(urlPathEqualTo("/members"))
                .willReturn(okJson("{\"name\":\"Bo\"}").withStatus(201).withHeader("Cache-Control", "no-store")));
        NoOperation.answer(server, Map.of("/members", "GET, HEAD, OPTIONS, POST"), Set.of(), MembersApi::problem);
        return new MembersApi(server);
    }

    static ResponseDefinitionBuilder problem(int status, String title) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("Cache-Control", "no-store")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withBody("{\"type\":\"https://members.example/problems/%s\",\"title\":\"%s\",\"status\":%d}"
                        .formatted(title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), title, status));
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
