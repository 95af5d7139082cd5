package dev.naysayer.examples.flaws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Digest as somebody writes it who has read half of RFC 2617; {@code DigestApisTest} has APIs that are right. */
class FlawedDigestTest {

    static final RecordedAnswers EXPECTED = RecordedAnswers.of(FlawedDigestTest.class, "digest-findings.txt");

    @AuthContract(value = "stock-digest.auth.yaml", target = StockTarget.class)
    static final class Digest {}

    /** Whoever says any name is let in, and the challenges are in nobody's grammar. */
    @Test
    void an_api_that_looks_at_the_user_name_alone_is_told_what_is_wrong() {
        check(
                "looks-at-the-user-name",
                "Digest .*username=.*",
                "Digest realm=\"stock\", nonce=\"dcd98b7102dd\", qop=auth, algorithm=\"MD5\", stale=true",
                "Digest realm=\"stock\", nonce=\"dcd98b7102dd\", charset=ISO-8859-1");
    }

    /** The challenges can be read, and are the same for ever; the response is looked at by nobody. */
    @Test
    void an_api_that_prefers_the_weaker_algorithm_is_told_so() {
        check(
                "prefers-md5",
                "Digest .*username=\"tester\".*",
                "Digest realm=\"stock\", nonce=\"dcd98b7102dd\", qop=\"auth\", algorithm=MD5",
                "Digest realm=\"stock\", nonce=\"dcd98b7102dd\", qop=\"auth\", algorithm=SHA-256");
    }

    private static void check(String title, String letIn, String... challenges) {
        WireMockServer server =
                new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        try {
            server.stubFor(any(urlPathEqualTo("/stock"))
                    .willReturn(aResponse()
                            .withStatus(401)
                            .withHeader("Cache-Control", "no-store")
                            .withHeader("X-Content-Type-Options", "nosniff")
                            .withHeader("WWW-Authenticate", challenges)));
            server.stubFor(any(urlPathEqualTo("/stock"))
                    .withHeader("Authorization", matching(letIn))
                    .willReturn(okJson("[{\"item\":\"book\"}]").withHeader("Cache-Control", "no-store")));
            EXPECTED.check(
                    title,
                    Findings.of(SuiteLauncher.run(
                            Digest.class, Map.of("naysayer.target", "http://127.0.0.1:" + server.port()))));
        } finally {
            server.stop();
        }
    }
}
