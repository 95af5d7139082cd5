package dev.naysayer.engine.exchange.verbatim;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.TOKEN;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.client;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.operation;
import static dev.naysayer.engine.exchange.Sending.sendTo;
import static dev.naysayer.engine.exchange.Sending.unsendable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.client.ApiClient;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class VerbatimBytesTest {

    private static final String OTHER = "not-" + TOKEN;

    @SuppressWarnings("NullAway.Init")
    private RawServer server;

    @BeforeEach
    void start() throws Exception {
        server = RawServer.answering(RawServer.REFUSAL);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_verbatim_request_is_this_and_nothing_else() {
        Exchange exchange = send(get("/orders?page=1"), lines("Bearer " + TOKEN));

        assertThat(server.received())
                .containsExactly("GET /orders?page=1 HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                        + "\r\nAccept: application/json, application/problem+json\r\nAccept-Encoding: identity"
                        + "\r\nUser-Agent: Naysayer\r\nAuthorization: Bearer " + TOKEN
                        + "\r\nConnection: close\r\n\r\n");
        assertThat(exchange.request().uri()).isEqualTo(server.url() + "/orders?page=1");
        assertThat(exchange.request().headers())
                .contains(
                        new Header("Host", "127.0.0.1:" + server.port()),
                        new Header("Authorization", "Bearer ***redacted***"),
                        new Header("Connection", "close"));
        assertThat(answer(exchange).status()).isEqualTo(401);
        assertThat(exchange.toString()).doesNotContain(TOKEN);
    }

    static Stream<List<String>> fieldValues() {
        return Stream.of(
                List.of("Bearer " + TOKEN, "Bearer " + OTHER),
                List.of("Bearer " + OTHER, "Bearer " + TOKEN),
                List.of("Bearer " + TOKEN, "Basic " + OTHER),
                List.of("  Bearer " + TOKEN + "  "),
                List.of(""),
                List.of("Bearer "),
                List.of("Bearer\t" + TOKEN),
                List.of("Bearer " + TOKEN + "\u0001"),
                List.of("Bearer " + TOKEN + "\0x"),
                List.of("Bearer \u0080\u00fc\u00ff" + TOKEN),
                List.of("Bearer " + bytesOf("ü€") + TOKEN),
                List.of("Bearer a\r\nX-Naysayer: y"),
                List.of("Bearer a\nb\rc"),
                List.of("Bearer a%0d%0aX-Naysayer:%20y"));
    }

    private static String bytesOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("fieldValues")
    void field_lines_go_out_as_they_stand(List<String> values) {
        Exchange exchange = send(get("/"), lines(values.toArray(String[]::new)));

        String lines = String.join(
                "",
                values.stream().map(value -> "Authorization: " + value + "\r\n").toList());
        assertThat(server.received()).singleElement().asString().contains("\r\nUser-Agent: Naysayer\r\n" + lines);
        List<String> shown = exchange.request().headers().stream()
                .filter(header -> header.name().equals("Authorization"))
                .map(Header::value)
                .toList();
        assertThat(shown).hasSize(values.size()).noneMatch(value -> value.contains(TOKEN));
        assertThat(String.join("", shown).chars()).noneMatch(Character::isISOControl);
        assertThat(exchange.toString()).doesNotContain(TOKEN);
    }

    @Test
    void a_field_name_goes_out_as_it_stands() {
        Credential odd = Credential.of(
                        List.of(new Credential.Part("aUTHORIZATION ", new Secret("Bearer " + TOKEN))),
                        new Secret(TOKEN))
                .sentVerbatim();
        Exchange exchange = send(get("/"), odd);

        assertThat(server.received().get(0)).contains("\r\naUTHORIZATION : Bearer " + TOKEN + "\r\n");
        assertThat(exchange.toString()).doesNotContain(TOKEN);
    }

    @Test
    void a_character_that_is_no_byte_is_refused() {
        assertThat(unsendable(send(get("/"), lines("Bearer \u20ac")))).startsWith("the credential has a character");
        assertThat(server.accepted()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//orders", "/orders/", "/orders;a=b", "/%6frders", "/ORDERS", "/orders/..%2f", "/a b", "*"})
    void a_changed_target_goes_out_as_it_stands(String target) {
        Exchange exchange = send(get("/orders"), line(null, declared -> target));

        assertThat(server.received().get(0)).startsWith("GET " + target + " HTTP/1.1\r\n");
        assertThat(exchange.request().uri()).isEqualTo(server.url() + target);
    }

    @Test
    void a_target_is_changed_with_path_and_query_in_hand() {
        send(get("/orders?a=b"), line(null, declared -> declared.replace("?", "/?")));

        assertThat(server.received().get(0)).startsWith("GET /orders/?a=b HTTP/1.1\r\n");
    }

    @Test
    void an_absolute_target_is_sent_as_such_and_gets_the_host_it_cannot_know() {
        String key = Long.toString(System.nanoTime() % 100_000);
        Exchange given = send(get("/orders"), line(null, declared -> "http://u:" + key + "@api.invalid" + declared));
        Exchange completed = send(get("/orders"), line(null, declared -> "http://u:" + key + "@" + declared));

        String host = "127.0.0.1:" + server.port();
        assertThat(server.received().get(0))
                .startsWith("GET http://u:" + key + "@api.invalid/orders HTTP/1.1\r\nHost: " + host + "\r\n");
        assertThat(server.received().get(1))
                .startsWith("GET http://u:" + key + "@" + host + "/orders HTTP/1.1\r\nHost: " + host + "\r\n");
        assertThat(given.request().uri()).isEqualTo("http://***redacted***@api.invalid/orders");
        assertThat(completed.request().uri()).isEqualTo("http://***redacted***@" + host + "/orders");
    }

    @ParameterizedTest
    @CsvSource({"HEAD,", "OPTIONS,", "NAYSAY,", "get,", "TRACE,", "POST,0", "DELETE,"})
    void a_changed_method_goes_out_as_it_stands(String method, @Nullable String length) {
        Exchange exchange = send(get("/orders"), line(method, declared -> declared));

        assertThat(answer(exchange).status()).isEqualTo(401);
        assertThat(exchange.request().method()).isEqualTo(method);
        assertThat(server.received().get(0)).startsWith(method + " /orders HTTP/1.1\r\n");
        assertThat(server.received().get(0).contains("Content-Length: 0")).isEqualTo(length != null);
    }

    @Test
    void a_trace_carries_no_content() {
        send(operation("POST", "/orders", Map.of(), "{\"a\":1}"), line("TRACE", declared -> declared));

        assertThat(server.received().get(0)).doesNotContain("Content-").endsWith("\r\n\r\n");
    }

    @Test
    void the_users_part_is_sent_and_checked_as_ever() throws Exception {
        RequestSpecification specification = new RequestSpecBuilder()
                .addHeader("X-Tenant", "acme")
                .addHeader("authorization", "Bearer of-somebody-else")
                .addCookie("theme", "dark")
                .addQueryParam("tag", "a b")
                .build();
        AtomicReference<@Nullable String> seen = new AtomicReference<>("nothing yet");
        Filter filter = (request, expectations, context) -> {
            seen.set(request.getHeaders().getValue("Authorization"));
            request.header("X-Filter", "1");
            return context.next(request, expectations);
        };
        Filter broken = (request, expectations, context) -> {
            request.header("X-Filter", "1\0");
            return context.next(request, expectations);
        };
        Operation post = operation("POST", "/orders", Map.of(), "{\"n\":\"ü\"}");
        try (ApiClient client = client(server.url(), specification, filter);
                ApiClient refusing = client(server.url(), null, broken)) {
            answer(client.send(post, lines("Bearer " + TOKEN)));

            assertThat(unsendable(refusing.send(post, lines("Bearer " + TOKEN))))
                    .startsWith("header X-Filter cannot be sent as written: it contains NUL");
        }

        assertThat(server.received()).hasSize(1);
        assertThat(server.received().get(0))
                .startsWith("POST /orders?tag=a%20b HTTP/1.1\r\nHost: ")
                .contains("\r\nX-Tenant: acme\r\n", "\r\nX-Filter: 1\r\n", "\r\nCookie: theme=dark\r\n")
                .contains("\r\nContent-Type: application/json\r\n")
                .containsOnlyOnce("\r\nAuthorization: Bearer " + TOKEN + "\r\n")
                .doesNotContain("somebody-else")
                .endsWith("\r\nContent-Length: 10\r\nConnection: close\r\n\r\n{\"n\":\"" + bytesOf("ü") + "\"}");
        assertThat(seen).hasValue(null);
    }

    @Test
    void the_users_cookies_join_the_first_of_a_verbatim_credential() throws Exception {
        Credential twice = Credential.of(
                        List.of(
                                new Credential.Part("Cookie", new Secret("key=" + TOKEN)),
                                new Credential.Part("Cookie", new Secret("key=" + OTHER))),
                        new Secret(TOKEN))
                .sentVerbatim();
        try (ApiClient client = client(
                server.url(),
                new RequestSpecBuilder().addCookie("theme", "dark").build())) {
            client.send(get("/"), twice);
        }

        assertThat(server.received().get(0))
                .contains("\r\nCookie: key=" + TOKEN + "; theme=dark\r\nCookie: key=" + OTHER + "\r\n");
    }

    @Test
    void a_filter_cannot_add_a_credential_to_a_case_without_one() throws Exception {
        Filter foreign = (request, expectations, context) -> {
            request.header("Authorization", "Bearer of-somebody-else");
            return context.next(request, expectations);
        };
        try (ApiClient client = client(server.url(), null, foreign)) {
            assertThat(unsendable(client.send(get("/"), Credential.NONE.after(List.of(BEARER)))))
                    .contains("sets Authorization");
        }
        assertThat(server.accepted()).isZero();
    }

    private static Credential lines(String... values) {
        return Credential.of(
                        Stream.of(values)
                                .map(value -> new Credential.Part("Authorization", new Secret(value)))
                                .toList(),
                        new Secret(TOKEN))
                .sentVerbatim();
    }

    private static Credential line(@Nullable String method, UnaryOperator<String> target) {
        return Credential.NONE.withLine(new Credential.RequestLine(method, target));
    }

    private Exchange send(Operation operation, Credential credential) {
        return sendTo(server.url(), operation, credential);
    }
}
