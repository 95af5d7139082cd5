package dev.naysayer.examples.door;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.Map;
import java.util.UUID;

/** Doors and who opened them, on a free loopback port. */
final class DoorApi implements AutoCloseable {

    /** Made for this run. */
    static final String PASSWORD = "anna-" + UUID.randomUUID();

    static final String TESTER_PASSWORD = "tester-" + UUID.randomUUID();

    private final WireMockServer server;

    private DoorApi(WireMockServer server) {
        this.server = server;
    }

    static DoorApi start(Guarding guarding) {
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .extensions(new DoorKeeper(guarding, Map.of("anna", PASSWORD, "tester", TESTER_PASSWORD))));
        server.start();
        server.stubFor(get(urlPathEqualTo("/doors"))
                .willReturn(okJson("{\"doors\":[\"front\"]}").withHeader("Cache-Control", "no-store")));
        return new DoorApi(server);
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** How many requests came. */
    int requests() {
        return server.getAllServeEvents().size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
