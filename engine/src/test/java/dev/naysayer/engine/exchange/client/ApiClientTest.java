package dev.naysayer.engine.exchange.client;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.TOKEN;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.client;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.header;
import static dev.naysayer.engine.exchange.Sending.operation;
import static dev.naysayer.engine.exchange.Sending.sendTo;
import static dev.naysayer.engine.exchange.Sending.unsendable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.Sending;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ApiClientTest {

    @Test
    void the_recorded_request_is_what_the_server_received() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
            Exchange exchange = sendTo(
                    server.url() + "/v1/",
                    operation("POST", "/orders/{id}?a=1&a=2&empty=", Map.of("id", "a/b ü;{x}"), "{\"name\":\"ü\"}"),
                    header("X-Probe", "p"));

            assertThat(server.received()).hasSize(1);
            assertThat(server.received().get(0))
                    .startsWith("POST /v1/orders/a%2Fb%20%C3%BC%3B%7Bx%7D?a=1&a=2&empty= HTTP/1.1\r\n")
                    .isEqualTo(asSent(exchange.request(), Map.of("X-Probe", "p")));
            assertThat(exchange.request().body()).isEqualTo("{\"name\":\"ü\"}");
            assertThat(exchange.request().headers())
                    .contains(
                            new Header("Accept", "application/json, application/problem+json"),
                            new Header("Content-Type", "application/json"),
                            new Header("Accept-Encoding", "identity"),
                            new Header("User-Agent", "Naysayer"))
                    .extracting(Header::name)
                    .doesNotHaveDuplicates()
                    .contains("Host")
                    .doesNotContain("Upgrade", "Cookie");
        }
    }

    private static String asSent(Request request, Map<String, String> secrets) {
        StringBuilder text =
                new StringBuilder(request.method() + request.uri().replaceFirst("http://[^/]*", " ") + " HTTP/1.1\r\n");
        request.headers()
                .forEach(header -> text.append(
                        header.name() + ": " + secrets.getOrDefault(header.name(), header.value()) + "\r\n"));
        byte[] body = request.body() == null ? new byte[0] : request.body().getBytes(StandardCharsets.UTF_8);
        return text + "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE"})
    void a_request_without_body_has_no_content_type(String method) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
            Response response = answer(sendTo(server.url(), operation(method, "/orders", Map.of(), null), BEARER));

            assertThat(response.status()).isEqualTo(401);
            assertThat(server.received()).hasSize(1);
            assertThat(server.received().get(0))
                    .startsWith(method + " /orders HTTP/1.1\r\n")
                    .contains("\r\nAuthorization: Bearer " + TOKEN + "\r\n")
                    .doesNotContainIgnoringCase("content-type");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/a//b", "/a/../b", "/a/", "/a%2Fb%25", "/a?q=%7B%7D", "/a?", "/a;v=1", "/a?b=http://c//d"})
    void a_path_travels_as_it_is_written(String path) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
            Exchange exchange = sendTo(server.url(), get(path), Credential.NONE);

            assertThat(exchange).isInstanceOf(Exchange.Answered.class);
            assertThat(server.received().get(0)).startsWith("GET " + path + " HTTP/1.1\r\n");
            assertThat(exchange.request().uri()).isEqualTo(server.url() + path);
        }
    }

    @Test
    void a_redirect_is_an_answer_and_not_an_order() throws Exception {
        try (RawServer other = RawServer.answering(RawServer.REFUSAL);
                RawServer server = RawServer.answering("HTTP/1.1 302 Found\r\nLocation: http://localhost:"
                        + other.port() + "/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(answer(sendTo(server.url(), get("/"), BEARER)).status()).isEqualTo(302);
            assertThat(other.accepted()).isZero();
        }
    }

    @Test
    void every_header_line_is_kept_in_order_and_a_challenge_is_not_answered() throws Exception {
        String head = String.join(
                "\r\n",
                "HTTP/1.1 401 Unauthorized",
                "WWW-Authenticate: Bearer realm=\"a\"",
                "x-OTHER: 1",
                "www-authenticate: Basic realm=\"b\"",
                "Content-Length: 0");
        try (RawServer server = RawServer.answering(head + "\r\n\r\n")) {
            Response response = answer(sendTo(server.url(), get("/"), BEARER));

            assertThat(response.headers("WWW-Authenticate")).containsExactly("Bearer realm=\"a\"", "Basic realm=\"b\"");
            assertThat(response.headers())
                    .extracting(Header::name)
                    .containsExactly("WWW-Authenticate", "x-OTHER", "www-authenticate", "Content-Length");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_cookie_is_not_sent_back_and_the_connection_is_used_again() throws Exception {
        try (RawServer server = RawServer.answering(
                        "HTTP/1.1 200 OK\r\nSet-Cookie: JSESSIONID=abc; Path=/\r\nContent-Length: 2\r\n\r\n{}");
                ApiClient client = client(server.url())) {
            for (int i = 0; i < 5; i++) {
                assertThat(answer(client.send(get("/"), BEARER)).body().text()).isEqualTo("{}");
            }

            assertThat(server.received()).hasSize(5).noneMatch(request -> request.contains("Cookie:"));
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "a\u0001b", "a\u20acb"})
    void a_header_that_cannot_be_written_is_not_sent(String value) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
            String inValue = unsendable(sendTo(server.url(), get("/"), header("X-Api-Key", value)));
            String inName = unsendable(sendTo(server.url(), get("/"), header(value, "x")));

            assertThat(inValue)
                    .startsWith("header X-Api-Key cannot be sent as written")
                    .doesNotContain("Evil");
            assertThat(inName).startsWith("a header's name is no HTTP token").doesNotContain("Evil");
            assertThat(server.accepted()).isZero();
        }
    }

    @Test
    void a_path_value_or_method_with_line_breaks_is_not_sent() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
            String path = unsendable(
                    sendTo(server.url(), operation("GET", "/{id}", Map.of("id", "secret\r\nvalue"), null), BEARER));
            String method = unsendable(sendTo(server.url(), operation("GET\r\nX", "/", Map.of(), null), BEARER));

            assertThat(path).startsWith("path parameter 'id' cannot be sent").doesNotContain("secret");
            assertThat(method).startsWith("the method is no HTTP token: it contains a line break");
            assertThat(unsendable(sendTo(server.url(), get("/{id}"), BEARER)))
                    .isEqualTo("path parameter 'id' has no value");
            assertThat(unsendable(sendTo(server.url(), get("/a b"), BEARER))).contains("is no URI");
            assertThat(server.accepted()).isZero();
        }
    }

    @Test
    void a_body_is_read_up_to_the_limit_and_the_connection_dropped() throws Exception {
        String answer = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 90000000\r\n\r\n" + "x".repeat(200_000);
        try (RawServer server = RawServer.answering(answer);
                ApiClient client = client(server.url())) {
            Body body = answer(client.send(get("/"), BEARER)).body();
            client.send(get("/"), BEARER);

            assertThat(body.truncated()).isTrue();
            assertThat(body.bytes()).hasSize(Sending.QUICK.maxBodyBytes());
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void gzip_nobody_asked_for_is_decoded_within_the_limit() throws Exception {
        assertThat(gzipped("{\"a\":1}").text()).isEqualTo("{\"a\":1}");
        Body bomb = gzipped("x".repeat(3_000_000));
        assertThat(bomb.bytes()).hasSize(Sending.QUICK.maxBodyBytes());
        assertThat(bomb.truncated()).isTrue();
    }

    private static Body gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        String head = "HTTP/1.1 401 Unauthorized\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size();
        try (RawServer server = RawServer.answering(head + "\r\n\r\n" + bytes.toString(StandardCharsets.ISO_8859_1))) {
            return answer(sendTo(server.url(), get("/"), BEARER)).body();
        }
    }

    @Test
    void many_threads_share_one_client_and_get_their_own_answers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (RawServer server = new RawServer((request, out) -> {
                    String path = request.substring(request.indexOf('/'), request.indexOf(" HTTP"));
                    out.write(("HTTP/1.1 401 Unauthorized\r\nContent-Length: " + path.length() + "\r\n\r\n" + path)
                            .getBytes(StandardCharsets.ISO_8859_1));
                });
                ApiClient client = client(server.url())) {
            List<Future<String>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() ->
                            answer(client.send(get("/" + i), BEARER)).body().text()))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get(30, TimeUnit.SECONDS)).isEqualTo("/" + i);
            }
            assertThat(server.accepted()).isLessThanOrEqualTo(8);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a", "orders", "http://user:pw@a", "http://a?b=c", "http:///x"})
    void a_base_url_that_is_none_is_refused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> client(url).close());
    }
}
