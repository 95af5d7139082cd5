package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An API that lets in who sends any {@code Authorization}, anew for each test, and suites for it. */
final class HeaderApi implements BeforeEachCallback, AfterEachCallback {

    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @Override
    public void beforeEach(ExtensionContext context) {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok("[]")));
        server.stubFor(any(anyUrl())
                .withHeader("Authorization", absent())
                .willReturn(unauthorized().withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop();
    }

    /** To change what it answers, and to see what it was asked. */
    WireMockServer server() {
        return server;
    }

    /**
     * The text of a suite.
     *
     * @param operations how many: {@code GET /orders/0} is the first
     * @param keys of each of them, as in YAML
     */
    static String suite(int operations, String keys, String scenarios) {
        return """
                suite: Orders API
                credentials:
                  bearer:
                    mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${NAYSAYER_TEST_KEY}"}
                operations:
                %s
                scenarios: [%s]
                """.formatted(
                        IntStream.range(0, operations)
                                .mapToObj(i -> "  - GET /orders/%d: {%s}".formatted(i, keys))
                                .collect(Collectors.joining("\n")),
                        scenarios);
    }
}
