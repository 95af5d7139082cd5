package dev.naysayer.engine.exchange.client;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.header;
import static dev.naysayer.engine.exchange.Sending.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Sending;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.redaction.Redactor;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent without REST Assured is what REST Assured would send. */
@Timeout(120)
class SpecifiedTest {

    /** So many specifications share all mixtures of operations and credentials. */
    private static final int PARTS = Boolean.getBoolean("tests.every") ? 2 : 8;

    private static final Filter IDLE = (request, expectations, context) -> context.next(request, expectations);

    private static final List<RequestSpecification> SPECIFICATIONS = Stream.of(
                    new RequestSpecBuilder(),
                    new RequestSpecBuilder()
                            .addHeader("X-Tenant", "tenant-of-mine")
                            .addHeader("x-tenant", "and-another")
                            .addHeader("X-Key", "0123456789abcdef")
                            .addCookie("theme", "dark-and-long")
                            .addCookie("session", "fedcba9876543210"),
                    new RequestSpecBuilder()
                            .addHeader("AUTHORIZATION", "Bearer of-somebody-else")
                            .addHeader("accept", "text/html")
                            .addHeader("User-Agent", "mine"),
                    new RequestSpecBuilder()
                            .setContentType("application/merge-patch+json")
                            .addHeader("Host", "orders.example"),
                    new RequestSpecBuilder()
                            .addQueryParam("tag", "a b", "ü")
                            .addQueryParam("flag")
                            .addParam("key", "0123456789abcdef"),
                    new RequestSpecBuilder()
                            .addHeader("content-type", "text/csv")
                            .addHeader("X-A", "b"),
                    new RequestSpecBuilder().addFormParam("a", "b"),
                    new RequestSpecBuilder().addPathParam("unused", "1"),
                    new RequestSpecBuilder().setBody("{\"mine\":true}"),
                    new RequestSpecBuilder().setSessionId("0123456789abcdef"))
            .map(RequestSpecBuilder::build)
            .toList();

    private static final List<Operation> OPERATIONS = List.of(
            operation("GET", "/orders/{id}?a=b&a=c", Map.of("id", "a b"), null),
            operation("HEAD", "/orders", Map.of(), null),
            operation("POST", "/orders", Map.of(), "{\"item\":\"book\"}"),
            operation("POST", "/orders", Map.of(), null),
            operation("PUT", "/orders?", Map.of(), null),
            operation("DELETE", "/orders", Map.of(), "{}"));

    private static final List<Credential> CREDENTIALS = List.of(
            Credential.NONE,
            BEARER,
            BEARER.with(new Credential.Part("Accept", new Secret("*/*"))),
            header("X-Key", "the-key-of-the-case"),
            header("Cookie", "session=the-session-of-the-case"),
            Credential.NONE.withQuery(List.of(new Credential.Part("key", new Secret("of the case & long")))),
            Credential.NONE.withContent(
                    new Credential.Content("application/x-www-form-urlencoded", new Secret("access_token=abc.def"))),
            BEARER.sentVerbatim());

    @SuppressWarnings("NullAway.Init")
    private RawServer server;

    @BeforeEach
    void start() throws Exception {
        server = RawServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    }

    @AfterEach
    void stop() throws Exception {
        RestAssured.reset();
        server.close();
    }

    @Test
    void with_and_without_rest_assured_the_same_is_sent_and_noted() {
        for (RequestSpecification specification : SPECIFICATIONS) {
            try (ApiClient without = client(specification);
                    ApiClient with = client(specification, IDLE)) {
                // A part of all mixtures, and others with the next specification.
                for (int i = 0; i < OPERATIONS.size() * CREDENTIALS.size() / PARTS; i++) {
                    Operation operation = OPERATIONS.get(i % OPERATIONS.size());
                    int shifted = i + SPECIFICATIONS.indexOf(specification);
                    Credential credential = CREDENTIALS.get(shifted % CREDENTIALS.size());
                    assertThat(sent(without, operation, credential))
                            .as("%s %s", operation.name(), credential)
                            .isEqualTo(sent(with, operation, credential));
                }
            }
        }
        assertThat(server.received()).hasSizeGreaterThan(400 / PARTS);
    }

    private ApiClient client(RequestSpecification specification, Filter... filters) {
        return new ApiClient(server.url(), TransportSettings.DEFAULTS, List.of(filters), specification, new Redactor());
    }

    private List<String> sent(ApiClient client, Operation operation, Credential credential) {
        int before = server.received().size();
        // A body has no words of its own, and is empty here; how long it took is chance.
        String noted = client.send(operation, credential).toString().replaceAll("@[0-9a-f]+|took=[^,\\]]+", "");
        return Stream.concat(Stream.of(noted), server.received().stream().skip(before))
                .toList();
    }

    @Test
    void a_specification_that_changes_between_two_requests_is_read_again() {
        RequestSpecification specification =
                new RequestSpecBuilder().addHeader("X-Tenant", "one").build();
        try (ApiClient client = client(specification)) {
            client.send(get("/orders"), BEARER);
            specification.header("X-Trace", "two");
            client.send(get("/orders"), BEARER);
            specification.queryParam("a", "three");
            client.send(get("/orders"), BEARER);
        }

        assertThat(server.received().get(0)).contains("X-Tenant: one").doesNotContain("X-Trace");
        assertThat(server.received().get(1)).contains("X-Tenant: one", "X-Trace: two");
        assertThat(server.received().get(2)).startsWith("GET /orders?a=three ").contains("X-Trace: two");
    }

    @Test
    void what_is_set_for_all_of_rest_assured_has_its_say() {
        AtomicInteger filtered = new AtomicInteger();
        try (ApiClient client = Sending.client(server.url())) {
            client.send(get("/orders"), BEARER);
            RestAssured.requestSpecification =
                    new RequestSpecBuilder().addHeader("X-Tenant", "one").build();
            client.send(get("/orders"), BEARER);
            RestAssured.filters((request, expectations, context) -> {
                filtered.incrementAndGet();
                return context.next(request, expectations);
            });
            assertThat(answer(client.send(get("/orders"), BEARER)).status()).isEqualTo(401);
        }

        assertThat(server.received().get(0)).doesNotContain("X-Tenant");
        assertThat(server.received().get(1)).contains("X-Tenant: one");
        assertThat(filtered).hasValue(1);
    }
}
