package dev.naysayer.engine.exchange.pool;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.client;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.operation;
import static dev.naysayer.engine.exchange.Sending.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.ServerKeys;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.outcome.Transcript;
import io.restassured.builder.RequestSpecBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that was kept may have ended, or hold what belongs to no answer; the next exchange does not suffer from it. */
@Timeout(60)
class KeptConnectionTest {

    private static final String SENT_AGAIN = "the kept connection had ended; sent once more on a new one";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path store;

    @BeforeAll
    static void make_keys() throws Exception {
        store = ServerKeys.in(folder);
    }

    @Test
    void a_connection_that_ends_when_the_next_request_comes_costs_no_exchange_and_the_reader_is_told()
            throws Exception {
        try (RawServer server = oncePerConnection();
                ApiClient client = client(server.url())) {
            List<Exchange> exchanges = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                exchanges.add(client.send(get("/" + i), BEARER));
            }

            assertThat(exchanges).allMatch(Exchange.Answered.class::isInstance);
            assertThat(exchanges.get(0).note()).isNull();
            assertThat(exchanges.get(1).note()).isEqualTo(SENT_AGAIN);
            assertThat(Transcript.of(exchanges.get(1), true).note()).isEqualTo(SENT_AGAIN);
            // Those that were sent twice, and nothing besides.
            assertThat(server.received())
                    .hasSize(10
                            + (int) exchanges.stream()
                                    .filter(it -> it.note() != null)
                                    .count());
        }
    }

    @Test
    void a_request_that_may_change_something_is_not_sent_twice() throws Exception {
        try (RawServer server = oncePerConnection();
                ApiClient client = client(server.url())) {
            Operation post = operation("POST", "/orders", Map.of(), "{}");

            assertThat(answer(client.send(post, BEARER)).status()).isEqualTo(401);
            assertThat(unanswered(client.send(post, BEARER)))
                    .isEqualTo(
                            server.url() + " closed the kept connection while the request was on its way, and a request"
                                    + " that may change something is not sent twice; run it again");
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void one_that_finds_its_connection_closed_was_not_sent_and_goes_over_a_new_one() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
                    write(out, RawServer.REFUSAL);
                    throw new IOException("enough");
                });
                ApiClient client = client(server.url())) {
            Operation post = operation("POST", "/orders", Map.of(), "{}");
            for (int i = 0; i < 5; i++) {
                Exchange exchange = client.send(post, BEARER);

                assertThat(answer(exchange).status()).isEqualTo(401);
                assertThat(exchange.note()).isNull();
            }
            assertThat(server.received()).hasSize(5);
        }
    }

    @Test
    void a_new_connection_that_ends_without_an_answer_is_no_reason_to_send_again() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
                    throw new IOException("enough");
                });
                ApiClient client = client(server.url())) {
            assertThat(unanswered(client.send(get("/"), BEARER)))
                    .isEqualTo(server.url() + " closed the connection without an answer");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void an_answer_that_began_is_no_reason_to_send_again() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (RawServer server = new RawServer((request, out) -> {
                    write(out, count.incrementAndGet() == 1 ? RawServer.REFUSAL : "HTTP/1.1 200 OK\r\nContent-Le");
                    if (count.get() > 1) {
                        throw new IOException("enough");
                    }
                });
                ApiClient client = client(server.url())) {
            answer(client.send(get("/"), BEARER));

            assertThat(client.send(get("/"), BEARER)).isInstanceOf(Exchange.Unanswered.class);
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void one_that_ends_again_on_the_new_connection_is_given_up() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (RawServer server = new RawServer((request, out) -> {
                    if (count.incrementAndGet() > 1) {
                        throw new IOException("enough");
                    }
                    write(out, RawServer.REFUSAL);
                });
                ApiClient client = client(server.url())) {
            answer(client.send(get("/"), BEARER));
            Exchange exchange = client.send(get("/"), BEARER);

            assertThat(unanswered(exchange)).isEqualTo(server.url() + " closed the connection without an answer");
            assertThat(exchange.note()).isEqualTo(SENT_AGAIN);
            assertThat(server.received()).hasSize(3);
        }
    }

    @Test
    void silence_on_a_kept_connection_is_waited_for_once() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (RawServer server = new RawServer((request, out) -> {
                    if (count.incrementAndGet() > 1) {
                        Thread.sleep(5_000);
                    }
                    write(out, RawServer.REFUSAL);
                });
                ApiClient client = client(server.url())) {
            answer(client.send(get("/"), BEARER));

            assertThat(unanswered(client.send(get("/"), BEARER))).startsWith("no answer within 600 ms");
            assertThat(server.received()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno and more than that",
                "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 204 No Content\r\n\r\n{\"a\":1}",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
                "HTTP/1.1 401 Unauthorized\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
            })
    void what_stands_behind_an_answer_is_not_taken_for_the_next(String spoiling) throws Exception {
        RawServer.Answer answer = (request, out) -> write(
                out, request.contains(" /spoilt ") ? spoiling : "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        try (RawServer plain = new RawServer(answer);
                RawServer secure = RawServer.secure(ServerKeys.server(store), answer)) {
            for (String url : List.of(plain.url(), "https://127.0.0.1:" + secure.port())) {
                try (ApiClient client = client(
                        url,
                        new RequestSpecBuilder()
                                .setTrustStore(ServerKeys.certificate(store))
                                .build())) {
                    for (Operation next : List.of(get("/next"), operation("POST", "/next", Map.of(), "{}"))) {
                        answer(client.send(get("/spoilt"), BEARER));
                        assertThat(answer(client.send(next, BEARER)).status())
                                .as("%s after %s", next.method(), spoiling)
                                .isEqualTo(403);
                    }
                }
            }
        }
    }

    @Test
    void a_body_sent_with_the_answer_to_HEAD_reaches_no_later_exchange() throws Exception {
        try (RawServer server =
                        RawServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 12\r\n\r\nunauthorized");
                ApiClient client = client(server.url())) {
            for (int i = 0; i < 3; i++) {
                Response head = answer(client.send(operation("HEAD", "/", Map.of(), null), BEARER));
                assertThat(head.body().text()).isEqualTo("unauthorized");
                assertThat(answer(client.send(get("/"), BEARER)).body().text()).isEqualTo("unauthorized");
            }
        }
    }

    @Test
    void a_credential_behind_another_is_not_judged_by_what_came_with_the_first_answer() throws Exception {
        Credential second = BEARER.after(List.of(BEARER));
        try (RawServer server = RawServer.answering(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                ApiClient client = client(server.url())) {
            assertThat(unanswered(client.send(get("/"), second)))
                    .isEqualTo(server.url()
                            + " wrote more than the first answer, so what it makes of another request on the"
                            + " connection cannot be judged");
        }
    }

    /** Answers the first request on each connection, and ends it when the second comes. */
    private static RawServer oncePerConnection() throws IOException {
        return new RawServer(new RawServer.Answer() {

            private final List<OutputStream> used = new ArrayList<>();

            @Override
            public synchronized void write(String request, OutputStream out) throws IOException {
                boolean again = used.stream().anyMatch(it -> it == out);
                if (again) {
                    throw new IOException("enough");
                }
                used.add(out);
                KeptConnectionTest.write(out, RawServer.REFUSAL);
            }
        });
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
