package dev.naysayer.engine.exchange.client;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.TOKEN;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.client;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.operation;
import static dev.naysayer.engine.exchange.Sending.unanswered;
import static dev.naysayer.engine.exchange.Sending.unsendable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.RawServer;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UserFilterTest {

    @SuppressWarnings("NullAway.Init")
    private RawServer server;

    @BeforeEach
    void start() throws Exception {
        server = RawServer.answering(
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\nWWW-Authenticate: Basic\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_filter_adds_a_header_that_arrives_and_sees_request_and_answer() {
        List<Response> seen = new CopyOnWriteArrayList<>();
        AtomicReference<String> authorization = new AtomicReference<>();
        Exchange exchange = send(null, (request, expectations, context) -> {
            authorization.set(request.getHeaders().getValue("Authorization"));
            Response response = context.next(with(request, "X-Tenant", "acme"), expectations);
            seen.add(response);
            return response;
        });

        assertThat(answer(exchange).status()).isEqualTo(401);
        assertThat(server.received().get(0)).contains("\r\nX-Tenant: acme\r\n");
        assertThat(authorization).hasValue("Bearer " + TOKEN);
        assertThat(seen.get(0).statusCode()).isEqualTo(401);
        assertThat(seen.get(0).headers().getValues("WWW-Authenticate")).containsExactly("Bearer", "Basic");
        assertThat(seen.get(0).jsonPath().getInt("a")).isEqualTo(1);
    }

    @Test
    void a_filter_of_the_lowest_precedence_still_runs_before_ours() {
        send(null, new OrderedFilter() {
            @Override
            public int getOrder() {
                return LOWEST_PRECEDENCE;
            }

            @Override
            public Response filter(
                    FilterableRequestSpecification request,
                    FilterableResponseSpecification expectations,
                    FilterContext context) {
                return context.next(with(request, "X-Last", "1"), expectations);
            }
        });

        assertThat(server.received().get(0)).contains("\r\nX-Last: 1\r\n");
    }

    @Test
    void a_case_without_a_credential_is_not_sent_with_one_that_a_filter_adds() {
        Filter foreign = (request, expectations, context) ->
                context.next(with(request, "authorization", "Bearer of-somebody-else"), expectations);
        try (ApiClient client = client(server.url(), null, foreign)) {
            Exchange exchange = client.send(get("/orders"), Credential.NONE);

            assertThat(unsendable(exchange)).contains("sets Authorization").doesNotContain("somebody-else");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void a_case_without_a_credential_is_sent_without_the_one_of_the_specification() {
        RequestSpecification specification = new RequestSpecBuilder()
                .addHeader("authorization", "Bearer of-somebody-else")
                .build();
        try (ApiClient client = client(server.url(), specification)) {
            assertThat(answer(client.send(get("/orders"), Credential.NONE)).status())
                    .isEqualTo(401);
            assertThat(server.received().get(0)).doesNotContainIgnoringCase("authorization");
        }
    }

    @Test
    void the_specification_adds_headers_cookies_and_query_but_not_another_credential() {
        RequestSpecification specification = new RequestSpecBuilder()
                .addHeader("X-Tenant", "acme")
                .addHeader("Accept", "text/html")
                .addHeader("authorization", "Bearer of-somebody-else")
                .addCookie("theme", "dark")
                .addQueryParam("tag", "a b", "c")
                .build();
        Exchange exchange = send(
                specification,
                (request, expectations, context) ->
                        context.next(with(request, "Authorization", "Bearer of-the-filter"), expectations));

        assertThat(answer(exchange).status()).isEqualTo(401);
        assertThat(server.received().get(0))
                .startsWith("GET /orders?page=1&tag=a%20b&tag=c HTTP/1.1\r\n")
                .containsOnlyOnce("\r\nX-Tenant: acme\r\n")
                .containsOnlyOnce("\r\nAccept: text/html\r\n")
                .containsOnlyOnce("\r\nCookie: theme=dark\r\n")
                .containsOnlyOnce("\r\nAuthorization: Bearer " + TOKEN + "\r\n")
                .doesNotContain("of-somebody-else", "of-the-filter");
    }

    @Test
    void the_specifications_content_type_gets_no_charset() throws Exception {
        RequestSpecification specification = new RequestSpecBuilder()
                .setContentType("application/vnd.orders+json")
                .build();
        try (ApiClient client = client(server.url(), specification)) {
            client.send(operation("POST", "/", Map.of(), "{\"n\":\"ü\"}"), BEARER);
        }

        assertThat(server.received().get(0))
                .containsOnlyOnce("\r\nContent-Type: application/vnd.orders+json\r\n")
                .endsWith("\r\n\r\n{\"n\":\"Ã¼\"}");
    }

    @Test
    void a_filter_that_throws_before_sending_is_named() {
        String reason = unsendable(send(null, new Throwing()));

        assertThat(reason)
                .isEqualTo("the filter " + Throwing.class.getName()
                        + " threw IllegalStateException: no tenant for Bearer ***redacted***");
        assertThat(server.accepted()).isZero();
    }

    private static final class Throwing implements Filter {
        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification expectations,
                FilterContext context) {
            throw new IllegalStateException("no tenant for Bearer " + TOKEN);
        }
    }

    @Test
    void a_filter_that_throws_after_the_answer_is_named() {
        String reason = unanswered(send(null, (request, expectations, context) -> {
            context.next(request, expectations);
            throw new AssertionError("not as I like it");
        }));

        assertThat(reason)
                .isEqualTo("the filter " + UserFilterTest.class.getName()
                        + " threw AssertionError: not as I like it, after the request was sent");
    }

    @Test
    void a_filter_cannot_put_an_answer_in_the_wires_place() {
        Exchange altered = send(null, (request, expectations, context) -> {
            context.next(request, expectations);
            return new ResponseBuilder().setStatusCode(200).build();
        });
        Exchange invented = send(
                null,
                (request, expectations, context) ->
                        new ResponseBuilder().setStatusCode(200).build());

        assertThat(answer(altered).status()).isEqualTo(401);
        assertThat(unsendable(invented)).isEqualTo("a filter answered in the API's place, and nothing was sent");
    }

    @Test
    void what_the_last_filter_cannot_carry_is_said_and_not_sent() {
        assertThat(unsendable(send(null, adding(spec -> spec.multiPart("file", "x")))))
                .contains("multipart");
        assertThat(unsendable(send(null, adding(spec -> spec.formParam("a", "b")))))
                .contains("form parameters");
        assertThat(unsendable(send(null, adding(spec -> spec.header("X-A", "1\r\nX-B: 2")))))
                .startsWith("header X-A cannot be sent as written: it contains a line break");
        assertThat(unsendable(send(null, adding(spec -> spec.header("Content-Length", "3")))))
                .contains("header Content-Length follows from the body");
        assertThat(unsendable(send(null, adding(spec -> ((FilterableRequestSpecification) spec).path("/other")))))
                .contains("changes the path");
        assertThat(unsendable(send(null, adding(spec -> spec.baseUri("http://evil.example")))))
                .isEqualTo("a filter changes the host; the base URL says where a credential goes");
        assertThat(unsendable(send(new RequestSpecBuilder()
                        .setAuth(RestAssured.preemptive().basic("a", "b"))
                        .build())))
                .contains("carries authentication (PreemptiveBasicAuthScheme)");
        assertThat(server.accepted()).isZero();
    }

    private static FilterableRequestSpecification with(
            FilterableRequestSpecification request, String name, String value) {
        request.header(name, value);
        return request;
    }

    private static Filter adding(Consumer<RequestSpecification> change) {
        return (request, expectations, context) -> {
            change.accept(request);
            return context.next(request, expectations);
        };
    }

    private Exchange send(@Nullable RequestSpecification specification, Filter... filters) {
        try (ApiClient client = client(server.url(), specification, filters)) {
            return client.send(get("/orders?page=1"), BEARER);
        }
    }
}
