package dev.naysayer.engine.exchange.verbatim;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.TOKEN;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.client;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.unanswered;
import static dev.naysayer.engine.exchange.Sending.unsendable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Sending;
import dev.naysayer.engine.exchange.ServerKeys;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.exchange.redaction.Redactor;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.specification.ProxySpecification;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class VerbatimRouteTest {

    private static final Credential VERBATIM = Credential.of(
                    List.of(new Credential.Part("Authorization", new Secret("Bearer " + TOKEN + "\u0001"))),
                    new Secret(TOKEN))
            .sentVerbatim();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SSLContext server;

    @SuppressWarnings("NullAway.Init")
    private static KeyStore trusted;

    @BeforeAll
    static void start() throws Exception {
        Path store = ServerKeys.in(folder);
        server = ServerKeys.server(store);
        trusted = ServerKeys.certificate(store);
    }

    @Test
    void bytes_go_out_as_they_stand_over_tls_too() throws Exception {
        try (RawServer https = refusing()) {
            Exchange exchange = send(secure(https), trusting().build(), Credential.NONE.after(List.of(VERBATIM)));
            answer(send(
                    secure(https),
                    new RequestSpecBuilder().setRelaxedHTTPSValidation().build(),
                    VERBATIM));

            assertThat(answer(exchange).status()).isEqualTo(401);
            assertThat(exchange.request().uri()).isEqualTo(secure(https) + "/orders");
            assertThat(https.accepted()).isEqualTo(2);
            assertThat(https.received()).hasSize(3);
            assertThat(https.received().get(0))
                    .startsWith("GET /orders HTTP/1.1\r\nHost: 127.0.0.1:" + https.port() + "\r\n")
                    .contains("\r\nAuthorization: Bearer " + TOKEN + "\u0001\r\n");
        }
    }

    @Test
    void a_header_of_1_mib_arrives_over_tls_too() throws Exception {
        Credential huge = Sending.bearer(TOKEN + "A".repeat(1024 * 1024)).sentVerbatim();
        try (RawServer https = refusing();
                ApiClient client = new ApiClient(
                        secure(https),
                        TransportSettings.DEFAULTS,
                        List.of(),
                        trusting().build(),
                        new Redactor())) {
            assertThat(answer(client.send(get("/"), huge)).status()).isEqualTo(401);
            assertThat(https.received().get(0)).hasSizeGreaterThan(1024 * 1024);
        }
    }

    @Test
    void trust_and_stores_are_checked() throws Exception {
        RequestSpecification missing = new RequestSpecBuilder()
                .setConfig(RestAssuredConfig.config().sslConfig(new SSLConfig().trustStore("no-such-store.p12", "x")))
                .build();
        try (RawServer https = refusing()) {
            assertThat(unanswered(send(secure(https), null, VERBATIM)))
                    .startsWith("TLS with " + secure(https) + " failed: ")
                    .endsWith("add it to the target's RequestSpecification (trustStore)");
            assertThat(unsendable(send(secure(https), missing, VERBATIM)))
                    .startsWith("the RequestSpecification's key store or trust store cannot be used: ");
            assertThat(https.received()).isEmpty();
        }
    }

    @Test
    void a_certificate_for_another_name_is_refused_in_the_words_of_the_usual_path(@TempDir Path other)
            throws Exception {
        Path store = ServerKeys.in(other, "dns:elsewhere.invalid");
        RequestSpecification trusting = new RequestSpecBuilder()
                .setTrustStore(ServerKeys.certificate(store))
                .build();
        try (RawServer https = RawServer.secure(ServerKeys.server(store), (request, out) -> {})) {
            assertThat(unanswered(send(secure(https), trusting, VERBATIM)))
                    .startsWith("TLS with " + secure(https) + " failed: Certificate for <127.0.0.1> doesn't match")
                    .isEqualTo(unanswered(send(secure(https), trusting, BEARER)));
            assertThat(https.received()).isEmpty();
        }
    }

    @Test
    void a_handshake_that_never_ends_is_given_up() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        TransportSettings hasty = new TransportSettings(Duration.ofMillis(600), Duration.ofSeconds(5), 10);
        try (RawServer mute = new RawServer((request, out) -> over.await(20, TimeUnit.SECONDS));
                ApiClient client = new ApiClient(secure(mute), hasty, List.of(), null, new Redactor())) {
            assertThat(unanswered(client.send(get("/"), VERBATIM)))
                    .isEqualTo("no connection to " + secure(mute) + " within 600 ms");
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_proxy_gets_the_absolute_form_and_its_password() throws Exception {
        try (RawServer proxy = RawServer.answering(RawServer.REFUSAL)) {
            RequestSpecification specification =
                    through(new RequestSpecBuilder(), proxy.port()).build();
            Exchange exchange = send("http://orders.invalid", specification, VERBATIM);

            assertThat(answer(exchange).status()).isEqualTo(401);
            assertThat(proxy.received())
                    .singleElement()
                    .asString()
                    .startsWith("GET http://orders.invalid/orders HTTP/1.1\r\nHost: orders.invalid\r\n")
                    .contains("\r\nProxy-Authorization: Basic dXNlcjpwcm94eS1wYXNz\r\n")
                    .contains("\r\nAuthorization: Bearer " + TOKEN + "\u0001\r\n");
            assertThat(exchange.request().headers())
                    .contains(new Header("Proxy-Authorization", "Basic ***redacted***"));
            assertThat(exchange.toString()).doesNotContain(TOKEN, "dXNlcjpwcm94eS1wYXNz");
        }
    }

    @Test
    void a_tunnel_leads_through_a_proxy_to_a_secure_target() throws Exception {
        try (RawServer https = refusing();
                TunnelServer proxy = new TunnelServer(https.port())) {
            Exchange exchange =
                    send(secure(https), through(trusting(), proxy.port()).build(), VERBATIM);

            assertThat(answer(exchange).status()).isEqualTo(401);
            assertThat(https.received())
                    .singleElement()
                    .asString()
                    .startsWith("GET /orders HTTP/1.1\r\n")
                    .contains("\r\nAuthorization: Bearer " + TOKEN + "\u0001\r\n")
                    .doesNotContain("Proxy-Authorization");
            assertThat(proxy.received())
                    .containsExactly("CONNECT 127.0.0.1:" + https.port() + " HTTP/1.1\r\nHost: 127.0.0.1:"
                            + https.port() + "\r\nUser-Agent: Naysayer\r\nProxy-Authorization: Basic"
                            + " dXNlcjpwcm94eS1wYXNz\r\n\r\n");
        }
    }

    @Test
    void a_proxy_that_refuses_the_tunnel_is_not_taken_for_the_api() throws Exception {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
            RequestSpecification specification =
                    new RequestSpecBuilder().setProxy("127.0.0.1", proxy.port()).build();

            assertThat(unanswered(send("https://orders.invalid", specification, VERBATIM)))
                    .isEqualTo("the proxy http://127.0.0.1:" + proxy.port()
                            + " refused a tunnel to https://orders.invalid with status 403");
            assertThat(proxy.received())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT orders.invalid:443 ")
                    .doesNotContain(TOKEN);
        }
    }

    private static RawServer refusing() throws Exception {
        return RawServer.secure(
                server, (request, out) -> out.write(RawServer.REFUSAL.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String secure(RawServer server) {
        return "https://127.0.0.1:" + server.port();
    }

    private static RequestSpecBuilder trusting() {
        return new RequestSpecBuilder().setTrustStore(trusted);
    }

    private static RequestSpecBuilder through(RequestSpecBuilder builder, int port) {
        return builder.setProxy(
                ProxySpecification.host("127.0.0.1").withPort(port).withAuth("user", "proxy-pass"));
    }

    private static Exchange send(String url, @Nullable RequestSpecification specification, Credential credential) {
        try (ApiClient client = client(url, specification)) {
            return client.send(get("/orders"), credential);
        }
    }
}
