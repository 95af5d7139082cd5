package dev.naysayer.engine.exchange.verbatim;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.TOKEN;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.sendTo;
import static dev.naysayer.engine.exchange.Sending.unanswered;
import static dev.naysayer.engine.exchange.Sending.unread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.Sending;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.exchange.redaction.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class VerbatimAnswerTest {

    private static final Credential VERBATIM = BEARER.sentVerbatim();
    private static final Credential NONE_AFTER_VALID = Credential.NONE.after(List.of(BEARER));

    @Test
    void an_answer_has_the_same_shape_as_on_the_usual_path() throws Exception {
        String body = "{\"got\":\"" + TOKEN + "\"}";
        try (RawServer server = RawServer.answering("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\n"
                + "x-OTHER: " + TOKEN + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            Response usual = answer(sendTo(server.url(), get("/"), BEARER));
            Response verbatim = answer(sendTo(server.url(), get("/"), VERBATIM));

            assertThat(verbatim.headers()).isEqualTo(usual.headers());
            assertThat(verbatim.body().text()).isEqualTo("{\"got\":\"***redacted***\"}");
            assertThat(verbatim.echoes()).isEqualTo(usual.echoes()).containsExactly("header x-OTHER", "the body");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 401 Unauthorized\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\nabc",
                "HTTP/1.0 401 Unauthorized\r\n\r\nabc",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                        + "HTTP/1.1 401 Unauthorized\r\nContent-Length: 3\r\n\r\nabc"
            })
    void every_framing_of_a_body_is_read(String answer) throws Exception {
        try (RawServer server = closingAfter(answer)) {
            Response response = answer(sendTo(server.url(), get("/"), VERBATIM));

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.body().text()).isEqualTo("abc");
        }
    }

    @Test
    void an_answer_to_head_has_no_body_whatever_its_length_says() throws Exception {
        Credential head = Credential.NONE.withLine(new Credential.RequestLine("HEAD", target -> target));
        try (RawServer server = RawServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 300\r\n\r\n")) {
            assertThat(answer(sendTo(server.url(), get("/"), head)).body().isEmpty())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 9\r\n", "Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n", ""})
    void what_comes_behind_the_head_of_an_answer_to_head_is_seen(String framing) throws Exception {
        String talking = "HTTP/1.1 401 Unauthorized\r\n" + framing + "\r\n[\"order\"]";
        Operation head = Sending.operation("HEAD", "/", Map.of(), null);
        try (RawServer open = RawServer.answering(talking);
                RawServer closing = closingAfter(talking)) {
            assertThat(answer(sendTo(open.url(), head, BEARER)).body().text()).isEqualTo("[\"order\"]");
            assertThat(answer(sendTo(closing.url(), head, BEARER)).body().text())
                    .isEqualTo("[\"order\"]");
        }
    }

    @Test
    void what_comes_late_behind_the_head_is_seen_and_no_answer_waits_for_ever() throws Exception {
        Operation head = Sending.operation("HEAD", "/", Map.of(), null);
        try (RawServer late = new RawServer((request, out) -> {
                    out.write(RawServer.REFUSAL.getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                    Thread.sleep(50);
                    out.write('x');
                });
                RawServer endless = new RawServer((request, out) -> {
                    out.write(RawServer.REFUSAL.getBytes(StandardCharsets.ISO_8859_1));
                    for (int i = 0; i < 500; i++) {
                        out.write('x');
                        out.flush();
                        Thread.sleep(20);
                    }
                })) {
            assertThat(answer(sendTo(late.url(), head, BEARER)).body().text()).isEqualTo("x");
            assertThat(answer(sendTo(endless.url(), head, BEARER)).body().text())
                    .startsWith("x");
        }
    }

    @Test
    void a_redirect_is_an_answer_and_not_an_order() throws Exception {
        try (RawServer other = RawServer.answering(RawServer.REFUSAL);
                RawServer server = RawServer.answering(
                        "HTTP/1.1 302 Found\r\nLocation: " + other.url() + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(answer(sendTo(server.url(), get("/"), VERBATIM)).status())
                    .isEqualTo(302);
            assertThat(other.accepted()).isZero();
        }
    }

    @Test
    void a_body_is_read_up_to_the_limit_and_decoded_within_it() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("x".repeat(3_000_000).getBytes(StandardCharsets.UTF_8));
        }
        String endless = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 90000000\r\n\r\n" + "x".repeat(200_000);
        String bomb = "HTTP/1.1 401 Unauthorized\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.size()
                + "\r\n\r\n" + zipped.toString(StandardCharsets.ISO_8859_1);
        for (String answer : List.of(endless, bomb)) {
            try (RawServer server = RawServer.answering(answer)) {
                Body body = answer(sendTo(server.url(), get("/"), VERBATIM)).body();

                assertThat(body.truncated()).isTrue();
                assertThat(body.bytes()).hasSize(Sending.QUICK.maxBodyBytes());
                assertThat(body.text()).startsWith("xxxx");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void an_answer_before_the_whole_request_was_read_counts(boolean hangsUp) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (ServerSocket listening = new ServerSocket(0, 1, RawServer.loopback())) {
            Thread server = new Thread(() -> {
                try (Socket connection = listening.accept()) {
                    connection.getInputStream().readNBytes(1000);
                    connection
                            .getOutputStream()
                            .write(("HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n"
                                            + "Content-Length: 8\r\n\r\ntoo long")
                                    .getBytes(StandardCharsets.ISO_8859_1));
                    if (!hangsUp) {
                        done.await(20, TimeUnit.SECONDS);
                    }
                } catch (IOException | InterruptedException e) {
                    // The client hung up.
                }
            });
            server.setDaemon(true);
            server.start();
            // More than the buffers of both sides hold.
            Credential huge = Sending.header("Authorization", "Bearer " + TOKEN + "A".repeat(8 * 1024 * 1024))
                    .sentVerbatim();
            Exchange exchange = sendPatiently("http://127.0.0.1:" + listening.getLocalPort(), huge);

            assertThat(answer(exchange).status()).isEqualTo(431);
            assertThat(answer(exchange).body().text()).isEqualTo("too long");
            assertThat(exchange.toString()).doesNotContain(TOKEN);
        } finally {
            done.countDown();
        }
    }

    @Test
    void a_header_of_1_mib_arrives_whole() throws Exception {
        Credential huge = Sending.bearer(TOKEN + "A".repeat(1024 * 1024)).sentVerbatim();
        try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
            assertThat(answer(sendPatiently(server.url(), huge)).status()).isEqualTo(401);
            assertThat(server.received().get(0)).hasSizeGreaterThan(1024 * 1024);
        }
    }

    @Test
    void what_goes_before_goes_over_the_same_connection() throws Exception {
        String refusal = "HTTP/1.1 401 Unauthorized\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        Credential second = Sending.header("Authorization", "Bearer of-the-second-one");
        try (RawServer server = RawServer.answering(refusal)) {
            Exchange exchange =
                    sendTo(server.url(), get("/orders"), Credential.NONE.after(List.of(BEARER, second.sentVerbatim())));

            assertThat(answer(exchange).body().text()).isEqualTo("abc");
            assertThat(server.accepted()).isEqualTo(1);
            assertThat(server.received()).hasSize(3).allMatch(request -> request.startsWith("GET /orders "));
            assertThat(server.received().get(0))
                    .contains("\r\nAuthorization: Bearer " + TOKEN + "\r\n")
                    .doesNotContain("Connection:");
            assertThat(server.received().get(1)).contains("\r\nAuthorization: Bearer of-the-second-one\r\n");
            assertThat(server.received().get(2))
                    .doesNotContain("Authorization")
                    .endsWith("\r\nConnection: close\r\n\r\n");
            assertThat(exchange.request().headers()).extracting(Header::name).doesNotContain("Authorization");
        }
    }

    @Test
    void a_good_credential_ahead_that_is_refused_shows_nothing() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")) {
            Exchange exchange = sendTo(server.url(), get("/orders"), Credential.NONE.afterGood(BEARER));

            assertThat(unanswered(exchange))
                    .isEqualTo(
                            "the good credential that came before on the connection got 401, so this case shows nothing");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void an_answer_to_head_needs_no_length_for_another_request_to_follow() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 401 Unauthorized\r\n\r\n")) {
            Operation head = Sending.operation("HEAD", "/", Map.of(), null);

            assertThat(answer(sendTo(server.url(), head, NONE_AFTER_VALID)).status())
                    .isEqualTo(401);
            assertThat(server.received()).hasSize(2);
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void the_secrets_of_what_goes_before_are_hidden_too() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 401 Unauthorized\r\nX-Cached: " + TOKEN
                + "\r\nContent-Length: " + TOKEN.length() + "\r\n\r\n" + TOKEN)) {
            Exchange exchange = sendTo(server.url(), get("/"), NONE_AFTER_VALID);

            assertThat(answer(exchange).headers("X-Cached")).containsExactly("***redacted***");
            assertThat(answer(exchange).body().text()).isEqualTo("***redacted***");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nto the end",
                "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"
            })
    void a_server_that_hangs_up_too_early_leaves_the_case_unjudged(String first) throws Exception {
        try (RawServer server = closingAfter(first)) {
            assertThat(unanswered(sendTo(server.url(), get("/"), NONE_AFTER_VALID)))
                    .isEqualTo(
                            server.url() + " closed the connection after the first answer, so what it makes of another"
                                    + " request on it cannot be judged");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_server_that_hangs_up_on_the_third_is_told_from_one_that_hangs_up_on_the_first() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (RawServer server = new RawServer((request, out) -> {
            if (count.incrementAndGet() > 2) {
                throw new IOException("enough");
            }
            out.write(RawServer.REFUSAL.getBytes(StandardCharsets.ISO_8859_1));
        })) {
            Credential patient = Credential.NONE.after(Collections.nCopies(5, BEARER));

            assertThat(unanswered(sendTo(server.url(), get("/"), patient)))
                    .startsWith(server.url() + " closed the connection after 2 answers, so ");
        }
        try (RawServer server = closingAfter("")) {
            assertThat(unanswered(sendTo(server.url(), get("/"), NONE_AFTER_VALID)))
                    .isEqualTo(server.url() + " closed the connection without an answer");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 401 Unauthorized\r\nContent-Length: 5000\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nContent-Type: text/event-stream\r\nContent-Length: 5000\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nX-Slow: "
            })
    void an_answer_that_drips_does_not_outlive_the_deadline(String start) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer((request, out) -> {
            out.write(start.getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < 400 && !over.await(50, TimeUnit.MILLISECONDS); i++) {
                if (!start.isEmpty()) {
                    out.write('x');
                    out.flush();
                }
            }
        })) {
            long begun = System.nanoTime();

            assertThat(unanswered(sendTo(server.url(), get("/"), VERBATIM)))
                    .isEqualTo("no answer within 600 ms from " + server.url());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        } finally {
            over.countDown();
        }
    }

    @Test
    void each_failure_has_the_words_of_the_usual_path() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, RawServer.loopback())) {
            port = closed.getLocalPort();
        }
        Exchange refused = sendTo("http://127.0.0.1:" + port, get("/"), VERBATIM);
        String nowhere = "http://" + "a".repeat(64) + ".invalid";

        assertThat(unanswered(refused)).isEqualTo("connection refused by http://127.0.0.1:" + port);
        assertThat(refused.toString()).contains("Bearer ***redacted***").doesNotContain(TOKEN);
        assertThat(unanswered(sendTo(nowhere, get("/"), VERBATIM))).isEqualTo("unknown host: " + nowhere);
        for (String answer : List.of(
                "HTTP/1.1 four-o-one Unauthorized\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nContent-Length: 10\r\n\r\nabc")) {
            try (RawServer server = closingAfter(answer)) {
                assertThat(unanswered(sendTo(server.url(), get("/"), VERBATIM)))
                        .isEqualTo(unanswered(sendTo(server.url(), get("/"), BEARER)));
            }
        }
        try (RawServer server = closingAfter("HTTP/1.1 401 Unauthorized\r\nX-A: " + "a".repeat(70_000) + "\r\n\r\n")) {
            assertThat(unread(sendTo(server.url(), get("/"), VERBATIM)))
                    .isEqualTo(unread(sendTo(server.url(), get("/"), BEARER)));
        }
    }

    @Test
    void a_verbatim_secret_of_odd_bytes_is_found_in_the_answer() throws Exception {
        String odd = "k\u00fcy\u0001" + Long.toString(System.nanoTime(), 36);
        Credential credential = Credential.of(
                        List.of(new Credential.Part("X-Api-Key", new Secret(odd))), new Secret(odd))
                .sentVerbatim();
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 401 Unauthorized\r\nContent-Length: " + odd.length() + "\r\n\r\n" + odd)) {
            Exchange exchange = sendTo(server.url(), get("/"), credential);

            assertThat(server.received().get(0)).contains("\r\nX-Api-Key: " + odd + "\r\n");
            assertThat(answer(exchange).echoes()).containsExactly("the body");
            assertThat(answer(exchange).body().text()).isEqualTo("***redacted***");
        }
    }

    private static Exchange sendPatiently(String url, Credential credential) {
        try (ApiClient client = new ApiClient(url, TransportSettings.DEFAULTS, List.of(), null, new Redactor())) {
            return client.send(get("/"), credential);
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
