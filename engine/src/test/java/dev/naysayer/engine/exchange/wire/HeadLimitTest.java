package dev.naysayer.engine.exchange.wire;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.operation;
import static dev.naysayer.engine.exchange.Sending.unread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.Sending;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.exchange.client.IssuerClient;
import dev.naysayer.engine.exchange.redaction.Redactor;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A head beyond the limits is given up soon, costs little, and is no answer, on whatever way it comes. */
@Timeout(120)
class HeadLimitTest {

    private static final TransportSettings PATIENT =
            new TransportSettings(Duration.ofSeconds(5), Duration.ofSeconds(30), 4096);

    /** What is read of a head, as characters and as bytes, and what it takes to say so; today's limit is 256 KiB. */
    private static final long MOST_MEMORY = 24L * 1024 * 1024;

    /** A head and what is said of it. */
    record Head(String name, String start, String piece, int times, String told) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Head> heads() {
        String bearer = "WWW-Authenticate: Bearer realm=\"" + "a".repeat(60_000) + "\"\r\n";
        return Stream.of(
                new Head("2 MiB", "", "X-A: " + "x".repeat(4_000) + "\r\n", 523, "its head is longer than 256 KiB"),
                new Head("900 fields of 60 KB", "", bearer, 900, "its head is longer than 256 KiB"),
                new Head("a field without end", "X-A: ", "x".repeat(8192), 8192, "a line of it is longer than 64 KiB"),
                new Head(
                        "fields without end", "", "X-A: b\r\n".repeat(500), 500, "it has more than 1000 header fields"),
                new Head("a folded field without end", "X-A: b\r\n", " c\r\n".repeat(500), 5_000, "longer than"),
                new Head(
                        "interim answers without end",
                        "Content-Length: 0\r\n",
                        "\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n",
                        5_000,
                        "more than 32 interim answers (1xx) come before it"));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void a_head_beyond_the_limits_is_given_up_on_every_way(Head head) throws Exception {
        String status = head.piece().contains("103") ? "HTTP/1.1 100 Continue\r\n" : "HTTP/1.1 401 Unauthorized\r\n";
        RawServer.Answer answer = (request, out) -> {
            write(out, status + head.start());
            for (int i = 0; i < head.times(); i++) {
                write(out, head.piece());
            }
            write(out, "\r\n");
        };
        for (Credential credential : List.of(BEARER, BEARER.sentVerbatim())) {
            try (RawServer server = new RawServer(answer);
                    ApiClient client = new ApiClient(server.url(), PATIENT, List.of(), null, new Redactor())) {
                // What a first exchange loads is not what a head costs.
                client.send(get("/warm"), credential);
                for (String method : List.of("GET", "HEAD")) {
                    long begun = System.nanoTime();
                    long before = allocated();
                    Exchange exchange = client.send(operation(method, "/orders", Map.of(), null), credential);

                    assertThat(unread(exchange))
                            .startsWith("the answer from " + server.url() + " goes beyond what Naysayer reads of one: ")
                            .contains(head.told());
                    assertThat(allocated() - before).isLessThan(MOST_MEMORY);
                    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
                }
            }
        }
        try (RawServer issuer = new RawServer(answer);
                IssuerClient client = new IssuerClient(PATIENT)) {
            assertThatThrownBy(() -> client.get(URI.create(issuer.url() + "/jwks")))
                    .hasMessageContaining(head.told());
        }
    }

    @Test
    void a_head_within_the_limits_is_read_to_the_last_field() throws Exception {
        String fields = ("X-A: " + "x".repeat(100) + "\r\n").repeat(998) + "X-Long: " + "y".repeat(60_000) + "\r\n";
        try (RawServer server =
                RawServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n" + fields + "\r\n")) {
            for (Credential credential : List.of(BEARER, BEARER.sentVerbatim())) {
                Response response = answer(Sending.sendTo(server.url(), get("/"), credential));

                assertThat(response.headers("X-A")).hasSize(998);
                assertThat(response.headers("X-Long").get(0)).hasSize(60_000);
            }
        }
    }

    /** By this thread; the machine's load does not disturb it. */
    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static void write(OutputStream out, String text) throws java.io.IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
