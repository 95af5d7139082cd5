package dev.naysayer.engine.exchange.wire;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.sendTo;
import static dev.naysayer.engine.exchange.Sending.unanswered;
import static dev.naysayer.engine.exchange.Sending.unread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Sending;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.mover.Mover;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FailureTest {

    @Test
    void a_header_line_without_end_is_given_up_before_it_fills_the_memory() throws Exception {
        String answer = "HTTP/1.1 401 Unauthorized\r\nX-A: " + "a".repeat(70_000) + "\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.answering(answer)) {
            assertThat(unread(Sending.sendTo(server.url(), Sending.get("/orders"), Sending.BEARER)))
                    .contains("a line of it is longer than 64 KiB");
        }
    }

    @Test
    void a_closed_port_refuses_the_connection() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, RawServer.loopback())) {
            port = closed.getLocalPort();
        }
        Exchange exchange = sendTo("http://127.0.0.1:" + port, get("/orders"), BEARER);

        assertThat(unanswered(exchange)).isEqualTo("connection refused by http://127.0.0.1:" + port);
        assertThat(((Exchange.Unanswered) exchange).mover()).isEqualTo(Mover.NETWORK);
        assertThat(exchange.request().uri()).isEqualTo("http://127.0.0.1:" + port + "/orders");
        assertThat(exchange.request().headers()).contains(new Header("Authorization", "Bearer ***redacted***"));
    }

    @Test
    void an_unknown_host_is_named() {
        // A label of 64 characters cannot be asked for (RFC 1035 section 2.3.4), so nothing leaves this machine.
        String nowhere = "http://" + "a".repeat(64) + ".invalid";

        assertThat(unanswered(sendTo(nowhere, get("/"), BEARER))).isEqualTo("unknown host: " + nowhere);
    }

    @Test
    void a_silent_server_is_given_up() throws Exception {
        try (RawServer server = new RawServer((request, out) -> Thread.sleep(20_000))) {
            assertThat(unanswered(sendTo(server.url(), get("/"), BEARER)))
                    .isEqualTo("no answer within 600 ms from " + server.url());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 401 Unauthorized\r\nContent-Length: 5000\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nContent-Type: text/event-stream\r\nContent-Length: 5000\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nX-Slow: "
            })
    void an_answer_that_drips_does_not_outlive_the_deadline(String start) throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            out.write(start.getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < 200; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        })) {
            long start0 = System.nanoTime();
            String reason = unanswered(sendTo(server.url(), get("/"), BEARER));

            assertThat(reason).isEqualTo("no answer within 600 ms from " + server.url());
            assertThat(Duration.ofNanos(System.nanoTime() - start0)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void a_handshake_that_drips_is_given_up() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 1, RawServer.loopback())) {
            Thread dripping = new Thread(() -> {
                try (Socket connection = server.accept()) {
                    // The beginning of a handshake record that would be 16 KiB long.
                    connection.getOutputStream().write(new byte[] {0x16, 0x03, 0x03, 0x40, 0x00});
                    while (!over.await(50, TimeUnit.MILLISECONDS)) {
                        connection.getOutputStream().write(2);
                    }
                } catch (IOException | InterruptedException e) {
                    // The client hung up.
                }
            });
            dripping.setDaemon(true);
            dripping.start();
            String url = "https://127.0.0.1:" + server.getLocalPort();
            TransportSettings settings = new TransportSettings(Duration.ofMillis(700), Duration.ofMillis(600), 4096);
            try (ApiClient client = new ApiClient(url, settings, List.of(), null, new Redactor())) {
                assertThat(unanswered(client.send(get("/"), BEARER)))
                        .isEqualTo("no connection to " + url + " within 2 s");
            }
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_connection_closed_without_an_answer_is_told_from_one_closed_within_it() throws Exception {
        try (RawServer none = closingAfter("");
                RawServer half = closingAfter("HTTP/1.1 401 Unauthorized\r\nContent-Length: 10\r\n\r\nabc")) {
            assertThat(unanswered(sendTo(none.url(), get("/"), BEARER)))
                    .isEqualTo(none.url() + " closed the connection without an answer");
            assertThat(unanswered(sendTo(half.url(), get("/"), BEARER)))
                    .isEqualTo(half.url() + " closed the connection before the answer was complete");
        }
    }

    @Test
    void what_is_no_http_is_a_malformed_answer() throws Exception {
        try (RawServer server = closingAfter("HTTP/1.1 four-o-one Unauthorized\r\n\r\n")) {
            Exchange exchange = sendTo(server.url(), get("/"), BEARER);

            assertThat(unanswered(exchange)).startsWith("malformed answer from " + server.url());
            assertThat(((Exchange.Unanswered) exchange).mover()).isEqualTo(Mover.API);
        }
    }

    private static RawServer closingAfter(String bytes) throws IOException {
        return new RawServer((request, out) -> {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            throw new IOException("enough");
        });
    }
}
