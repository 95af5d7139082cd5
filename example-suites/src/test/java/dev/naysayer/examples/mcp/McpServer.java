package dev.naysayer.examples.mcp;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** A server of tools on a free loopback port, over streamable HTTP. */
final class McpServer implements AutoCloseable {

    static final String ISSUER = "https://login.example";
    static final String AUDIENCE = "https://files.example/mcp";

    /** Made for this run, and the only one that the server trusts. */
    static final ECKey SIGNING_KEY = newKey();

    private final WireMockServer server;

    private McpServer(WireMockServer server) {
        this.server = server;
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("2025-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make EC keys", e);
        }
    }

    static McpServer start(Way way) {
        // No journal: it would keep every token that was ever sent.
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .extensions(new Endpoint(way)));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
        return new McpServer(server);
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
