package dev.naysayer.examples.door;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.naysayer.examples.client.StartedTarget;

/** Doors and who opened them, on a free loopback port. */
final class DoorApi implements StartedTarget.Running {

    private final WireMockServer server;

    private DoorApi(WireMockServer server) {
        this.server = server;
    }

    static DoorApi start(Guarding guarding) {
        return start(guarding, Lock.BASIC);
    }

    static DoorApi start(Guarding guarding, Lock lock) {
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .extensions(new DoorKeeper(guarding, lock, lock.passwords())));
        server.start();
        server.stubFor(get(urlPathEqualTo("/doors"))
                .willReturn(okJson("{\"doors\":[\"front\"]}").withHeader("Cache-Control", "no-store")));
        server.stubFor(post(urlPathEqualTo("/token"))
                .willReturn(okJson("{\"access_token\":\"front\",\"token_type\":\"Bearer\",\"expires_in\":60}")
                        .withHeader("Cache-Control", "no-store")));
        return new DoorApi(server);
    }

    @Override
    public String url() {
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
