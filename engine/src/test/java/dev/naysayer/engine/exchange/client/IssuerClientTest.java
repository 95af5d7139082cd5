package dev.naysayer.engine.exchange.client;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.BasicPair;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.ServerKeys;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.redaction.EchoModes;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.mover.Mover;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class IssuerClientTest {

    private static final TransportSettings HASTY =
            new TransportSettings(Duration.ofMillis(300), Duration.ofMillis(500), 10);

    private final String secret = "client secret " + System.nanoTime();

    @Test
    void a_form_is_posted_and_the_answer_read() throws Exception {
        String json = "{\"access_token\":\"ü\"}";
        String body = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Map<String, Secret> form = new LinkedHashMap<>();
        form.put("grant_type", new Secret("client_credentials"));
        form.put("client_secret", new Secret(secret + "&ü"));
        try (RawServer issuer = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Type: Application/JSON;charset=UTF-8"
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                IssuerClient client = new IssuerClient(HASTY)) {
            IssuerHttp.Answer answer = client.post(
                    URI.create(issuer.url() + "/token?tenant=1"),
                    form,
                    Map.of("Authorization", new Secret("Basic eDp5")));

            assertThat(answer).isEqualTo(new IssuerHttp.Answer(200, "application/json", json));
            assertThat(issuer.received())
                    .singleElement()
                    .asString()
                    .startsWith("POST /token?tenant=1 HTTP/1.1\r\n")
                    .contains("\r\nAccept: application/json\r\n", "\r\nAuthorization: Basic eDp5\r\n")
                    .contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n")
                    .endsWith("\r\n\r\ngrant_type=client_credentials&client_secret=" + secret.replace(' ', '+')
                            + "%26%C3%BC");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 2\r\n\r\nno",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 8\r\n\r\n<p>hello",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"
            })
    void any_answer_is_an_answer(String text) throws Exception {
        try (RawServer issuer = RawServer.answering(text);
                IssuerClient client = new IssuerClient(HASTY)) {
            IssuerHttp.Answer answer = client.post(URI.create(issuer.url()), Map.of(), Map.of());

            assertThat(text).contains(" " + answer.status() + " ").endsWith("\r\n\r\n" + answer.body());
            assertThat(answer.mediaType()).isEqualTo(text.contains("html") ? "text/html" : "");
            assertThat(issuer.received()).hasSize(1);
        }
    }

    @Test
    void a_document_is_read_up_to_1_mib() throws Exception {
        try (RawServer issuer = RawServer.answering(
                        "HTTP/1.1 200 OK\r\nContent-Length: 90000000\r\n\r\n" + "x".repeat(2_000_000));
                IssuerClient client = new IssuerClient(TransportSettings.DEFAULTS)) {
            assertThat(client.get(URI.create(issuer.url())).body()).hasSize(1024 * 1024);
            assertThat(issuer.received().get(0))
                    .startsWith("GET / HTTP/1.1\r\n")
                    .contains("\r\nAccept: application/json\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n", "HTTP/1.1 200 OK\r\nX-Slow: "})
    void an_answer_that_hangs_or_drips_is_given_up(String start) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer issuer = new RawServer((request, out) -> {
                    out.write(start.getBytes(StandardCharsets.ISO_8859_1));
                    for (int i = 0; i < 400 && !over.await(50, TimeUnit.MILLISECONDS); i++) {
                        if (!start.isEmpty()) {
                            out.write('x');
                            out.flush();
                        }
                    }
                });
                IssuerClient client = new IssuerClient(HASTY)) {
            long begun = System.nanoTime();

            assertThat(reason(() -> post(client, issuer.url())))
                    .isEqualTo("no answer within 500 ms from " + issuer.url());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_time_that_is_said_was_waited_for() throws Exception {
        TransportSettings slowToConnect = new TransportSettings(Duration.ofSeconds(20), Duration.ofMillis(500), 4096);
        try (RawServer issuer = new RawServer((request, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.ISO_8859_1));
                    for (int i = 0; i < 600; i++) {
                        out.write('x');
                        out.flush();
                        Thread.sleep(50);
                    }
                });
                IssuerClient client = new IssuerClient(slowToConnect)) {
            long begun = System.nanoTime();

            assertThat(reason(() -> post(client, issuer.url())))
                    .isEqualTo("no answer within 500 ms from " + issuer.url());
            // What is over for connecting is no time for the answer.
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void where_an_answer_leads_to_and_how_long_to_wait_are_kept() throws Exception {
        try (RawServer issuer =
                        RawServer.answering("HTTP/1.1 302 Found\r\nLocation: https://login.example/\r\nRetry-After: 30"
                                + "\r\nContent-Length: 0\r\n\r\n");
                IssuerClient client = new IssuerClient(HASTY)) {
            assertThat(client.get(URI.create(issuer.url())))
                    .isEqualTo(new IssuerHttp.Answer(302, "", "", "30", "https://login.example/"));
        }
    }

    /** What a condition sends of its own accord may begin alike. */
    @Test
    void of_a_clients_pair_only_what_follows_from_its_secret_is_hidden() throws Exception {
        Redactor redactor = new Redactor();
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                IssuerClient client = new IssuerClient(HASTY, null, redactor)) {
            String pair = BasicPair.encoded("naysayer:" + secret).reveal();
            client.post(URI.create(server.url()), Map.of(), Map.of("Authorization", new Secret("Basic " + pair)));

            assertThat(redactor.isIn("Basic " + pair)).isTrue();
            assertThat(redactor.isIn(
                            "Basic " + BasicPair.encoded("naysayer:made-up").reveal()))
                    .isFalse();
        }
    }

    @Test
    void why_no_answer_comes_is_said_without_what_was_sent() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, RawServer.loopback())) {
            port = closed.getLocalPort();
        }
        try (IssuerClient client = new IssuerClient(HASTY);
                RawServer silent = new RawServer((request, out) -> {
                    throw new IOException("enough");
                });
                RawServer garbled = RawServer.answering("HTTP/1.1 " + secret + "\r\n\r\n")) {
            assertThat(reason(() -> post(client, "http://127.0.0.1:" + port + "/token")))
                    .isEqualTo("connection refused by http://127.0.0.1:" + port);
            assertThat(mover(() -> post(client, silent.url()))).isEqualTo(Mover.IDENTITY_PROVIDER);
            assertThat(mover(() -> client.get(URI.create("ftp://127.0.0.1/")))).isEqualTo(Mover.SUITE);
            assertThat(reason(() -> post(client, silent.url())))
                    .isEqualTo(silent.url() + " closed the connection without an answer");
            assertThat(reason(() -> post(client, garbled.url()))).startsWith("malformed answer from " + garbled.url());
            assertThat(reason(() -> client.post(
                            URI.create(silent.url()), Map.of(), Map.of("Authorization", new Secret("a\r\n" + secret)))))
                    .startsWith("header Authorization cannot be sent as written: it contains a line break");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/", "file:///etc/hostname", "/token", "http:///x", "http://u:p@127.0.0.1/"})
    void only_http_urls_are_asked(String url) throws Exception {
        try (IssuerClient client = new IssuerClient(HASTY)) {
            assertThat(reason(() -> client.get(URI.create(url)))).startsWith("the issuer's URL must begin with http");
        }
    }

    @Test
    void the_users_proxy_is_used() throws Exception {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                IssuerClient client = new IssuerClient(
                        HASTY,
                        new RequestSpecBuilder()
                                .setProxy("127.0.0.1", proxy.port())
                                .addHeader("X-Tenant", "acme")
                                .build(),
                        new Redactor())) {
            assertThat(client.get(URI.create("http://issuer.invalid/jwks")).status())
                    .isEqualTo(403);
            assertThat(reason(() -> post(client, "https://issuer.invalid/token")))
                    .isEqualTo("the proxy http://127.0.0.1:" + proxy.port()
                            + " refused a tunnel to https://issuer.invalid with status 403");
            assertThat(mover(() -> post(client, "https://issuer.invalid/token")))
                    .isEqualTo(Mover.GATEWAY);
            assertThat(proxy.received().get(0))
                    .startsWith("GET http://issuer.invalid/jwks HTTP/1.1\r\n")
                    .doesNotContain("X-Tenant");
            assertThat(proxy.received().get(1)).startsWith("CONNECT issuer.invalid:443 ");
        }
    }

    /** A broken answer is quoted, and what was sent may stand in it in any form. */
    @Test
    void a_status_line_that_repeats_the_clients_secret_does_not_come_out() throws Exception {
        String secret = "ZJYCqe3GGRvdrudKyZS0XhGv";
        String pair = Base64.getEncoder().encodeToString(("orders:" + secret).getBytes(StandardCharsets.UTF_8));
        List<EchoModes.Echo> echoes = EchoModes.of(secret);
        for (int i = 0; i < echoes.size(); i += 6) {
            EchoModes.Echo echo = echoes.get(i);
            String line = (pair + " " + echo.text()).replaceAll("[\\r\\n]+", "");
            try (RawServer issuer = RawServer.answering("HTTP/1.1 " + line + "\r\n\r\n");
                    IssuerClient client = new IssuerClient(HASTY)) {
                assertThatThrownBy(() -> client.post(
                                URI.create(issuer.url()),
                                Map.of("client_secret", new Secret(secret)),
                                Map.of("Authorization", new Secret("Basic " + pair))))
                        .hasMessageContaining("malformed answer")
                        .extracting(Throwable::getMessage)
                        .satisfies(message -> {
                            assertThat(EchoModes.shown(secret, message.toString()))
                                    .isEmpty();
                            assertThat(EchoModes.shown(pair, message.toString()))
                                    .isEmpty();
                        });
            }
        }
    }

    @Test
    void the_users_trust_is_used(@TempDir Path folder) throws Exception {
        Path store = ServerKeys.in(folder);
        WireMockServer issuer = new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .keystorePath(store.toString())
                .keystoreType("PKCS12")
                .keystorePassword(ServerKeys.PASSWORD)
                .keyManagerPassword(ServerKeys.PASSWORD));
        issuer.start();
        issuer.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        RequestSpecification trusting = new RequestSpecBuilder()
                .setTrustStore(ServerKeys.certificate(store))
                .build();
        String url = "https://127.0.0.1:" + issuer.httpsPort();
        try (IssuerClient distrustful = new IssuerClient(TransportSettings.DEFAULTS);
                IssuerClient client = new IssuerClient(TransportSettings.DEFAULTS, trusting, new Redactor())) {
            assertThat(post(client, url + "/token")).isEqualTo(new IssuerHttp.Answer(200, "application/json", "{}"));
            assertThat(reason(() -> post(distrustful, url + "/token"))).startsWith("TLS with " + url + " failed: ");
        } finally {
            issuer.stop();
        }
    }

    private IssuerHttp.Answer post(IssuerClient client, String url) throws IOException {
        return client.post(URI.create(url), Map.of("client_secret", new Secret(secret)), Map.of());
    }

    private static Mover mover(ThrowableAssert.ThrowingCallable asking) {
        return catchThrowableOfType(IssuerHttp.Unanswered.class, asking).mover();
    }

    private @Nullable String reason(ThrowingCallable call) {
        String[] message = new String[1];
        assertThatThrownBy(call)
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .satisfies(e -> message[0] = e.getMessage());
        assertThat(message[0]).doesNotContain(secret).hasLineCount(1);
        return message[0];
    }
}
