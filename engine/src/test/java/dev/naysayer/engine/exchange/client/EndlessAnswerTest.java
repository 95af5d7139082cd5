package dev.naysayer.engine.exchange.client;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.sendTo;
import static dev.naysayer.engine.exchange.Sending.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Sending;
import dev.naysayer.engine.exchange.ServerKeys;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.outcome.Transcript;
import io.restassured.builder.RequestSpecBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer whose body does not end is judged by its head, and by the body as far as it came. */
@Timeout(120)
class EndlessAnswerTest {

    private static final String EVENTS =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String WATCH =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String UNFRAMED = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

    /** Long enough to see whether a stream of events is given up before. */
    private static final TransportSettings PATIENT =
            new TransportSettings(Duration.ofSeconds(2), Duration.ofSeconds(30), 4096);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private final CountDownLatch over = new CountDownLatch(1);

    static Stream<Credential> bothPaths() {
        return Stream.of(BEARER, BEARER.sentVerbatim());
    }

    @ParameterizedTest
    @MethodSource("bothPaths")
    void a_stream_of_events_is_given_up_after_two_seconds(Credential credential) throws Exception {
        try (RawServer server = streaming(EVENTS, chunk("data: 0\n\n"))) {
            long begun = System.nanoTime();
            Exchange exchange = sendPatiently(server.url(), credential);

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(20));
            assertThat(answer(exchange).status()).isEqualTo(200);
            assertThat(answer(exchange).headers("Content-Type")).containsExactly("text/event-stream; charset=utf-8");
            assertThat(answer(exchange).body().text()).isEqualTo("data: 0\n\n");
            assertThat(answer(exchange).body().endless()).isTrue();
            assertThat(answer(exchange).body().truncated()).isTrue();
            assertThat(Transcript.of(exchange, false).endless()).isTrue();
        } finally {
            over.countDown();
        }
    }

    @ParameterizedTest
    @MethodSource("bothPaths")
    void a_stream_that_ends_is_whole(Credential credential) throws Exception {
        try (RawServer server = RawServer.answering(EVENTS + chunk("event: error\ndata: no\n\n") + chunk(""))) {
            Body body = answer(sendPatiently(server.url(), credential)).body();

            assertThat(body.text()).isEqualTo("event: error\ndata: no\n\n");
            assertThat(body.endless()).isFalse();
            assertThat(body.truncated()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("bothPaths")
    void any_other_body_without_a_length_counts_as_far_as_it_came_in_time(Credential credential) throws Exception {
        for (String head : List.of(WATCH, UNFRAMED)) {
            String piece = "{\"type\":\"ADDED\"}\n";
            try (RawServer server = streaming(head, head.equals(WATCH) ? chunk(piece) : piece)) {
                Exchange exchange = sendTo(server.url(), get("/watch"), credential);

                assertThat(answer(exchange).body().text()).isEqualTo(piece);
                assertThat(answer(exchange).body().endless()).isTrue();
            }
        }
        over.countDown();
    }

    @ParameterizedTest
    @MethodSource("bothPaths")
    void a_body_of_which_nothing_comes_leaves_the_head(Credential credential) throws Exception {
        try (RawServer server = streaming(WATCH, "")) {
            Exchange exchange = sendTo(server.url(), get("/poll"), credential);

            assertThat(answer(exchange).status()).isEqualTo(200);
            assertThat(answer(exchange).body().isEmpty()).isTrue();
            assertThat(answer(exchange).body().endless()).isTrue();
        } finally {
            over.countDown();
        }
    }

    @ParameterizedTest
    @MethodSource("bothPaths")
    void a_body_that_the_server_breaks_off_is_no_answer(Credential credential) throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            write(out, EVENTS + chunk("data: 0\n\n"));
            throw new IOException("enough");
        })) {
            assertThat(unanswered(sendPatiently(server.url(), credential)))
                    .isEqualTo(server.url() + " closed the connection before the answer was complete");
        }
    }

    @Test
    void a_secret_that_was_cut_at_the_end_of_a_stream_is_hidden() throws Exception {
        String half = Sending.TOKEN.substring(0, 40);
        try (RawServer server = streaming(EVENTS, chunk("data: " + half))) {
            Body body = answer(sendPatiently(server.url(), BEARER)).body();

            assertThat(body.text()).startsWith("data: ").doesNotContain(half);
            assertThat(body.endless()).isTrue();
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_compressed_stream_is_decoded_as_far_as_it_came() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GZIPOutputStream gzip = new GZIPOutputStream(bytes, true);
        gzip.write("data: 0\n\n".getBytes(StandardCharsets.UTF_8));
        gzip.flush();
        String head = EVENTS.replace("Transfer-Encoding", "Content-Encoding: gzip\r\nTransfer-Encoding");
        try (RawServer server = streaming(head, chunk(bytes.toString(StandardCharsets.ISO_8859_1)))) {
            Body body = answer(sendPatiently(server.url(), BEARER)).body();

            assertThat(body.text()).isEqualTo("data: 0\n\n");
            assertThat(body.endless()).isTrue();
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_stream_over_tls_is_given_up_in_the_same_way() throws Exception {
        Path store = ServerKeys.in(folder);
        try (RawServer server = RawServer.secure(
                        ServerKeys.server(store), (request, out) -> stream(out, EVENTS, chunk("data: 0\n\n")));
                ApiClient client = new ApiClient(
                        "https://127.0.0.1:" + server.port(),
                        PATIENT,
                        List.of(),
                        new RequestSpecBuilder()
                                .setTrustStore(ServerKeys.certificate(store))
                                .build(),
                        new Redactor())) {
            for (Credential credential : bothPaths().toList()) {
                Body body = answer(client.send(get("/events"), credential)).body();

                assertThat(body.text()).isEqualTo("data: 0\n\n");
                assertThat(body.endless()).isTrue();
            }
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_stream_over_http2_is_given_up_in_the_same_way() throws Exception {
        try (EndlessHttp2Server server =
                new EndlessHttp2Server(ContentType.create("text/event-stream"), "data: 0\n\n")) {
            long begun = System.nanoTime();
            Exchange exchange = sendPatiently(server.url(), BEARER.overHttp2());

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(20));
            assertThat(answer(exchange).status()).isEqualTo(200);
            assertThat(answer(exchange).body().text()).isEqualTo("data: 0\n\n");
            assertThat(answer(exchange).body().endless()).isTrue();
        }
    }

    @Test
    void any_other_body_over_http2_counts_as_far_as_it_came_in_time() throws Exception {
        try (EndlessHttp2Server server = new EndlessHttp2Server(ContentType.APPLICATION_JSON, "{}\n")) {
            Exchange exchange = sendTo(server.url(), get("/watch"), BEARER.overHttp2());

            assertThat(answer(exchange).body().text()).isEqualTo("{}\n");
            assertThat(answer(exchange).body().endless()).isTrue();
        }
    }

    private RawServer streaming(String head, String piece) throws IOException {
        return new RawServer((request, out) -> stream(out, head, piece));
    }

    private void stream(OutputStream out, String head, String piece) throws IOException, InterruptedException {
        write(out, head + piece);
        assertThat(over.await(40, TimeUnit.SECONDS)).isTrue();
    }

    private static void write(OutputStream out, String bytes) throws IOException {
        out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String chunk(String data) {
        return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
    }

    private static Exchange sendPatiently(String url, Credential credential) {
        try (ApiClient client = new ApiClient(url, PATIENT, List.of(), null, new Redactor())) {
            return client.send(get("/events"), credential);
        }
    }
}
