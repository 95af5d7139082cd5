package dev.naysayer.engine.exchange.http2;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.TOKEN;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.client;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.operation;
import static dev.naysayer.engine.exchange.Sending.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.ServerKeys;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.exchange.wire.TargetUri;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A credential goes over HTTP/2 or without TLS where its condition says so, and nowhere else. */
@Timeout(120)
class ProtocolTest {

    private static final Credential HTTP2 = BEARER.overHttp2();

    /** A server's first long answer takes it a while. */
    private static final TransportSettings PATIENT =
            new TransportSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), 4096);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static WireMockServer api;

    @SuppressWarnings("NullAway.Init")
    private static Path store;

    @BeforeAll
    static void start() throws Exception {
        store = ServerKeys.in(folder);
        api = new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .keystorePath(store.toString())
                .keystoreType("PKCS12")
                .keystorePassword(ServerKeys.PASSWORD)
                .keyManagerPassword(ServerKeys.PASSWORD));
        api.start();
        api.stubFor(any(anyUrl())
                .willReturn(status(401).withHeader("WWW-Authenticate", "Bearer").withBody("no: " + TOKEN)));
        api.stubFor(any(urlPathEqualTo("/long")).willReturn(status(401).withBody("x".repeat(300_000))));
        api.stubFor(any(urlPathEqualTo("/slow")).willReturn(status(401).withFixedDelay(3_000)));
    }

    @AfterAll
    static void stop() {
        api.stop();
    }

    @Test
    void http2_is_spoken_with_prior_knowledge_and_over_tls() throws Exception {
        for (String url : new String[] {plain(), secure()}) {
            Operation post = operation("POST", "/orders/{id}?a=1&a=2", Map.of("id", "a/b"), "{}");
            Exchange exchange = send(url, trusting(), post, HTTP2);
            ServeEvent last = api.getAllServeEvents().get(0);

            assertThat(answer(exchange).status()).isEqualTo(401);
            assertThat(answer(exchange).headers("WWW-Authenticate")).containsExactly("Bearer");
            assertThat(last.getRequest().getProtocol()).isEqualTo("HTTP/2.0");
            assertThat(last.getRequest().getUrl()).isEqualTo("/orders/a%2Fb?a=1&a=2");
            assertThat(last.getRequest().getBodyAsString()).isEqualTo("{}");
            assertThat(last.getRequest().getHeader("Authorization")).isEqualTo("Bearer " + TOKEN);
            assertThat(exchange.request().headers())
                    .contains(new Header("authorization", "Bearer ***redacted***"))
                    .extracting(Header::name)
                    .contains(":authority", "accept", "content-type")
                    .doesNotContain(":path");
            assertThat(answer(exchange).body().text()).isEqualTo("no: ***redacted***");
            assertThat(exchange.toString()).doesNotContain(TOKEN);
        }
    }

    @Test
    void an_answer_over_http2_keeps_to_limit_and_deadline() throws Exception {
        for (String url : new String[] {plain(), secure()}) {
            try (ApiClient client = new ApiClient(url, PATIENT, List.of(), trusting(), new Redactor())) {
                Body body = answer(client.send(get("/long"), HTTP2)).body();

                assertThat(body.bytes()).hasSize(PATIENT.maxBodyBytes());
                assertThat(body.truncated()).isTrue();
            }
        }
        assertThat(unanswered(send(plain(), null, get("/slow"), HTTP2)))
                .isEqualTo("no answer within 600 ms from " + plain());
    }

    @Test
    void an_api_without_http2_is_not_at_fault() throws Exception {
        try (RawServer plain = RawServer.answering("HTTP/1.1 505 HTTP Version Not Supported\r\n\r\n");
                RawServer https = RawServer.secure(ServerKeys.server(store), (request, out) -> {})) {
            assertThat(notApplicable(send(plain.url(), null, get("/"), HTTP2)))
                    .isEqualTo("the API does not speak HTTP/2");
            assertThat(notApplicable(send("https://127.0.0.1:" + https.port(), trusting(), get("/"), HTTP2)))
                    .isEqualTo("the API does not speak HTTP/2");
            assertThat(plain.received().toString()).doesNotContain(TOKEN);
        }
    }

    @Test
    void what_stands_in_the_way_of_http2_is_said() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, RawServer.loopback())) {
            closed = socket.getLocalPort();
        }
        try (RawServer mute = new RawServer((request, out) -> over.await(20, TimeUnit.SECONDS))) {
            assertThat(unanswered(send("http://127.0.0.1:" + closed, null, get("/"), HTTP2)))
                    .isEqualTo("connection refused by http://127.0.0.1:" + closed);
            assertThat(unanswered(send(secure(), null, get("/"), HTTP2)))
                    .startsWith("TLS with " + secure() + " failed: ");
            assertThat(unanswered(send(mute.url(), null, get("/"), HTTP2)))
                    .isEqualTo(mute.url() + " did not begin HTTP/2 within 2 s");
            assertThat(notApplicable(send(
                            "http://orders.invalid",
                            new RequestSpecBuilder()
                                    .setProxy("127.0.0.1", mute.port())
                                    .build(),
                            get("/"),
                            HTTP2)))
                    .isEqualTo("HTTP/2 is not supported through a proxy");
            assertThat(notApplicable(send(
                            secure(),
                            new RequestSpecBuilder().setRelaxedHTTPSValidation().build(),
                            get("/"),
                            HTTP2)))
                    .startsWith("HTTP/2 is not supported with relaxed TLS validation");
        } finally {
            over.countDown();
        }
    }

    @Test
    void without_tls_the_same_port_of_the_same_host_is_asked() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
            Exchange exchange = send("https://127.0.0.1:" + server.port(), null, get("/orders"), BEARER.withoutTls());

            assertThat(answer(exchange).status()).isEqualTo(401);
            assertThat(exchange.request().uri()).isEqualTo(server.url() + "/orders");
            assertThat(server.received())
                    .singleElement()
                    .asString()
                    .startsWith("GET /orders HTTP/1.1\r\n")
                    .contains("Authorization: Bearer " + TOKEN);
            assertThat(notApplicable(send(server.url(), null, get("/"), BEARER.withoutTls())))
                    .isEqualTo("the base URL does not ask for TLS");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void the_default_port_of_TLS_becomes_that_of_HTTP() {
        for (String url : new String[] {"https://a.example", "https://a.example:443"}) {
            assertThat(new TargetUri(url + "/v1").withoutTls().of(get("/b"))).isEqualTo("http://a.example/v1/b");
        }
        assertThat(new TargetUri("https://a.example:8443").withoutTls().of(get("/b")))
                .isEqualTo("http://a.example:8443/b");
    }

    private static String plain() {
        return "http://127.0.0.1:" + api.port();
    }

    private static String secure() {
        return "https://127.0.0.1:" + api.httpsPort();
    }

    private static RequestSpecification trusting() throws Exception {
        return new RequestSpecBuilder()
                .setTrustStore(ServerKeys.certificate(store))
                .build();
    }

    private static Exchange send(
            String url, @Nullable RequestSpecification specification, Operation operation, Credential credential) {
        try (ApiClient client = client(url, specification)) {
            return client.send(operation, credential);
        }
    }

    private static String notApplicable(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.NotApplicable.class);
        return ((Exchange.NotApplicable) exchange).reason();
    }
}
