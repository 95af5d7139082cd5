package dev.naysayer.engine.exchange.pool;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.ServerKeys;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.exchange.redaction.Redactor;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that has seen enough answers while the request is still being written, and its answer is read every time. */
@Timeout(120)
class EarlyAnswerTest {

    private static final int TIMES = 12;
    private static final int TIMES_OVER_TLS = Boolean.getBoolean("tests.long") ? TIMES : 3;

    /** Looking for secrets in it is what takes the time. */
    private static final int BODY = Boolean.getBoolean("tests.long") ? 8 << 20 : 1 << 20;

    private static final TransportSettings SETTINGS =
            new TransportSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), 4096);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path store;

    @BeforeAll
    static void make_keys() throws Exception {
        store = ServerKeys.in(folder);
    }

    /**
     * A request that is longer than a server likes.
     *
     * @param status what the server answers
     * @param closes whether it closes then, which resets the connection; else it only reads no more
     */
    record LongRequest(String name, Credential credential, int header, int body, String status, boolean closes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<LongRequest> requests() {
        return Stream.of(true, false).flatMap(closes -> {
            String how = closes ? ", answered and closed" : ", answered and not read";
            return Stream.of(
                    new LongRequest("a long body" + how, BEARER, 0, BODY, "413 Content Too Large", closes),
                    new LongRequest(
                            "the same verbatim" + how, BEARER.sentVerbatim(), 0, BODY, "413 Content Too Large", closes),
                    new LongRequest(
                            "a header of 200 KB" + how,
                            BEARER,
                            200_000,
                            0,
                            "431 Request Header Fields Too Large",
                            closes),
                    new LongRequest(
                            "the same header verbatim" + how,
                            BEARER.sentVerbatim(),
                            200_000,
                            0,
                            "431 Request Header Fields Too Large",
                            closes));
        });
    }

    @ParameterizedTest
    @MethodSource("requests")
    void the_answer_is_read_twelve_times_of_twelve(LongRequest request) throws Exception {
        try (EarlyServer server = new EarlyServer(null, request.status(), request.closes());
                ApiClient client = client(server.url(), request, new RequestSpecBuilder())) {
            assertAnswered(client, request, TIMES);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void the_same_over_tls(LongRequest request) throws Exception {
        RequestSpecBuilder trusting = new RequestSpecBuilder().setTrustStore(ServerKeys.certificate(store));
        try (EarlyServer server = new EarlyServer(ServerKeys.server(store), request.status(), request.closes());
                ApiClient client = client(server.url(), request, trusting)) {
            assertAnswered(client, request, TIMES_OVER_TLS);
        }
    }

    private static ApiClient client(String url, LongRequest request, RequestSpecBuilder specification) {
        RequestSpecification filled = request.header() == 0
                ? specification.build()
                : specification
                        .addHeader("X-LongRequest", "x".repeat(request.header()))
                        .build();
        return new ApiClient(url, SETTINGS, List.of(), filled, new Redactor());
    }

    private static void assertAnswered(ApiClient client, LongRequest request, int times) {
        Operation operation = request.body() == 0
                ? operation("GET", "/orders", Map.of(), null)
                : operation("POST", "/orders", Map.of(), "\"" + "x".repeat(request.body()) + "\"");
        for (int i = 0; i < times; i++) {
            Response answer = answer(client.send(operation, request.credential()));

            assertThat(answer.status() + " ").isEqualTo(request.status().substring(0, 4));
            assertThat(answer.body().text()).isEqualTo("too much");
        }
    }

    /** Reads the first bytes of a request, answers, and then closes or reads no more. */
    private static final class EarlyServer implements AutoCloseable {

        private final boolean secure;
        private final ServerSocket socket;
        private final byte[] answer;
        private final boolean closes;
        private final List<Socket> open = new CopyOnWriteArrayList<>();
        private final CountDownLatch over = new CountDownLatch(1);

        EarlyServer(@Nullable SSLContext tls, String status, boolean closes) throws IOException {
            this.secure = tls != null;
            this.socket = tls == null
                    ? new ServerSocket(0, 50, RawServer.loopback())
                    : tls.getServerSocketFactory().createServerSocket(0, 50, RawServer.loopback());
            // Little of a request may rest in between, or all of it is written before the server has seen enough.
            socket.setReceiveBufferSize(8192);
            this.answer = ("HTTP/1.1 " + status + "\r\nContent-Length: 8\r\nConnection: close\r\n\r\ntoo much")
                    .getBytes(StandardCharsets.ISO_8859_1);
            this.closes = closes;
            daemon(this::accept);
        }

        String url() {
            return (secure ? "https" : "http") + "://127.0.0.1:" + socket.getLocalPort();
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    open.add(connection);
                    daemon(() -> serve(connection));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void serve(Socket connection) {
            try (connection) {
                var unused = connection.getInputStream().readNBytes(1000);
                connection.getOutputStream().write(answer);
                connection.getOutputStream().flush();
                if (!closes && !over.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the test did not end");
                }
            } catch (IOException e) {
                // The client hung up.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void daemon(Runnable work) {
            Thread thread = new Thread(work, "early-server");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            over.countDown();
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        }
    }
}
