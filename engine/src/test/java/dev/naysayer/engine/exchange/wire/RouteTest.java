package dev.naysayer.engine.exchange.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.TOKEN;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.client;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.unanswered;
import static dev.naysayer.engine.exchange.Sending.unsendable;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.ServerKeys;
import dev.naysayer.engine.exchange.client.ApiClient;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.specification.ProxySpecification;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RouteTest {

    private static final String PASSWORD = ServerKeys.PASSWORD;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static WireMockServer https;

    @SuppressWarnings("NullAway.Init")
    private static Path store;

    @BeforeAll
    static void start() throws Exception {
        store = ServerKeys.in(folder);
        https = new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .keystorePath(store.toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
        https.start();
        https.stubFor(any(anyUrl()).willReturn(status(401)));
    }

    @AfterAll
    static void stop() {
        https.stop();
    }

    @Test
    void a_private_ca_is_refused_with_what_to_do() {
        assertThat(unanswered(sendSecurely(null)))
                .startsWith("TLS with https://127.0.0.1:" + https.httpsPort() + " failed: ")
                .endsWith("add it to the target's RequestSpecification (trustStore)");
    }

    @Test
    void a_trust_store_is_honoured_as_key_store_and_as_path() throws Exception {
        KeyStore certificateOnly = ServerKeys.certificate(store);
        Path file = folder.resolve("trust.p12");
        try (var out = Files.newOutputStream(file)) {
            certificateOnly.store(out, PASSWORD.toCharArray());
        }

        assertThat(answer(sendSecurely(new RequestSpecBuilder()
                                .setTrustStore(certificateOnly)
                                .build()))
                        .status())
                .isEqualTo(401);
        assertThat(answer(sendSecurely(new RequestSpecBuilder()
                                .setTrustStore(file.toString(), PASSWORD)
                                .build()))
                        .status())
                .isEqualTo(401);
        assertThat(answer(sendSecurely(configured(new SSLConfig().trustStore(file.toFile(), PASSWORD))))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void relaxed_validation_is_honoured() {
        assertThat(answer(sendSecurely(new RequestSpecBuilder()
                                .setRelaxedHTTPSValidation()
                                .build()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_store_that_cannot_be_read_is_said() {
        RequestSpecification missing = configured(new SSLConfig().trustStore("no-such-store.p12", PASSWORD));

        assertThat(unsendable(sendSecurely(missing)))
                .startsWith("the RequestSpecification's key store or trust store cannot be used: ");
    }

    @Test
    void a_route_that_changes_with_each_request_is_refused_in_the_end() {
        try (ApiClient client = client(
                https.baseUrl(),
                null,
                (request, expectations, context) -> context.next(
                        (io.restassured.specification.FilterableRequestSpecification) request.relaxedHTTPSValidation(),
                        expectations))) {
            Exchange last = client.send(get("/"), BEARER);
            for (int i = 0; i < 8; i++) {
                last = client.send(get("/"), BEARER);
            }
            assertThat(unsendable(last)).startsWith("the proxy or TLS settings change");
        }
    }

    @Test
    void a_proxy_gets_the_absolute_form_and_its_password() throws Exception {
        try (RawServer proxy = RawServer.answering(RawServer.REFUSAL)) {
            RequestSpecification specification = new RequestSpecBuilder()
                    .setProxy(ProxySpecification.host("127.0.0.1")
                            .withPort(proxy.port())
                            .withAuth("user", "proxy-pass"))
                    .build();
            Exchange exchange = send("http://orders.invalid", specification);

            assertThat(answer(exchange).status()).isEqualTo(401);
            assertThat(proxy.received()).hasSize(1);
            assertThat(proxy.received().get(0))
                    .startsWith("GET http://orders.invalid/orders HTTP/1.1\r\n")
                    .contains("\r\nHost: orders.invalid\r\n")
                    .contains("\r\nProxy-Authorization: Basic dXNlcjpwcm94eS1wYXNz\r\n")
                    .contains("\r\nAuthorization: Bearer " + TOKEN + "\r\n");
            assertThat(exchange.request().headers())
                    .contains(new Header("Proxy-Authorization", "Basic ***redacted***"));
            assertThat(exchange.request().uri()).isEqualTo("http://orders.invalid/orders");
        }
    }

    @Test
    void a_proxy_that_refuses_the_tunnel_is_not_taken_for_the_api() throws Exception {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
            RequestSpecification specification =
                    new RequestSpecBuilder().setProxy("127.0.0.1", proxy.port()).build();

            assertThat(unanswered(send("https://orders.invalid", specification)))
                    .isEqualTo("the proxy http://127.0.0.1:" + proxy.port()
                            + " refused a tunnel to https://orders.invalid with status 403");
            assertThat(proxy.received())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT orders.invalid:443 ")
                    .doesNotContain(TOKEN);
        }
    }

    private static RequestSpecification configured(SSLConfig ssl) {
        return new RequestSpecBuilder()
                .setConfig(RestAssuredConfig.config().sslConfig(ssl))
                .build();
    }

    private static Exchange sendSecurely(@Nullable RequestSpecification specification) {
        return send("https://127.0.0.1:" + https.httpsPort(), specification);
    }

    private static Exchange send(String url, @Nullable RequestSpecification specification) {
        try (ApiClient client = client(url, specification)) {
            return client.send(get("/orders"), BEARER);
        }
    }
}
