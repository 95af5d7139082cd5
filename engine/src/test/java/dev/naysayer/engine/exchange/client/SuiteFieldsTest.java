package dev.naysayer.engine.exchange.client;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.QUICK;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.header;
import static dev.naysayer.engine.exchange.Sending.unsendable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.LoginNeed;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.OperationKind;
import dev.naysayer.dsl.OperationPromises;
import dev.naysayer.dsl.PathObjects;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.RequestFields.Field;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.Template.Fresh;
import dev.naysayer.dsl.Template.Piece;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.FreshValues;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.redaction.Redactor;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a suite adds to its requests goes out as it is, and is shown as the suite has it. */
@Timeout(60)
class SuiteFieldsTest {

    private static final String GATEWAY_KEY = "0123-4567-of-nobody";
    private static final Template KEY = reference("${GATEWAY_KEY}", GATEWAY_KEY);
    private static final Template ID = new Template(List.of(new Piece("${uuid}", null, Fresh.UUID)));
    private static final Template NOW = new Template(List.of(new Piece("${now}", null, Fresh.NOW)));

    /** Does nothing, and makes REST Assured build the request. */
    private static final Filter FILTER = (request, response, context) -> context.next(request, response);

    @Test
    void headers_and_parameters_of_the_suite_are_sent_and_shown() throws Exception {
        for (List<Filter> filters : List.of(List.<Filter>of(), List.of(FILTER))) {
            try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
                Exchange exchange = send(
                        server,
                        filters,
                        null,
                        operation(
                                "/orders?a=1",
                                List.of(text("X-Tenant", "test"), text("Accept", "text/csv")),
                                List.of(text("api version", "1 2"), text("b", ""))),
                        BEARER);

                assertThat(server.received().get(0))
                        .startsWith("GET /orders?a=1&api%20version=1%202&b= HTTP/1.1\r\n")
                        .contains("\r\nX-Tenant: test\r\n", "\r\nAccept: text/csv\r\n")
                        .doesNotContain("application/json");
                assertThat(exchange.request().uri()).endsWith("/orders?a=1&api%20version=1%202&b=");
                assertThat(exchange.request().headers())
                        .contains(new Header("X-Tenant", "test"), new Header("Accept", "text/csv"));
            }
        }
    }

    @Test
    void what_came_by_reference_is_shown_as_the_reference_and_its_echo_hidden() throws Exception {
        for (List<Filter> filters : List.of(List.<Filter>of(), List.of(FILTER))) {
            try (RawServer server = RawServer.answering(
                    "HTTP/1.1 401 Unauthorized\r\nX-Echo: " + GATEWAY_KEY + "\r\nContent-Length: 0\r\n\r\n")) {
                Exchange exchange = send(
                        server,
                        filters,
                        null,
                        operation(
                                "/orders",
                                List.of(
                                        new Field("X-Gateway-Key", KEY),
                                        new Field("Accept", reference("${A}", "text/csv"))),
                                List.of(new Field("key", KEY))),
                        BEARER);

                assertThat(server.received().get(0))
                        .contains("?key=" + GATEWAY_KEY, "X-Gateway-Key: " + GATEWAY_KEY, "Accept: text/csv");
                assertThat(exchange.toString()).doesNotContain(GATEWAY_KEY);
                assertThat(exchange.request().uri()).endsWith("/orders?key=${GATEWAY_KEY}");
                assertThat(exchange.request().headers())
                        .contains(new Header("X-Gateway-Key", "${GATEWAY_KEY}"), new Header("Accept", "${A}"));
                assertThat(exchange.request().accept()).isEqualTo("text/csv");
                assertThat(answer(exchange).headers("X-Echo")).containsExactly(Redactor.MARK);
            }
        }
    }

    @Test
    void what_everybody_sends_is_no_secret_although_it_came_by_reference() throws Exception {
        String json = "application/json";
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 401 Unauthorized\r\nContent-Type: %s\r\nContent-Length: 0\r\n\r\n".formatted(json))) {
            Exchange exchange = send(
                    server,
                    List.of(),
                    null,
                    operation("/orders", List.of(new Field("Accept", reference("${A}", json))), List.of()),
                    BEARER);

            assertThat(answer(exchange).headers("Content-Type")).containsExactly(json);
        }
    }

    @Test
    void what_the_suite_says_goes_before_what_the_specification_does() throws Exception {
        RequestSpecification specification = new RequestSpecBuilder()
                .addHeader("x-tenant", "of-the-specification")
                .addHeader("X-Other", "other-of-the-specification")
                .addHeader("Accept", "text/plain")
                .addQueryParam("v", "of-the-specification")
                .addParam("w", "of-the-specification")
                .build();
        for (List<Filter> filters : List.of(List.<Filter>of(), List.of(FILTER))) {
            try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
                Exchange exchange = send(
                        server,
                        filters,
                        specification,
                        operation(
                                "/orders",
                                List.of(text("X-Tenant", "of-the-suite"), text("Accept", "text/csv")),
                                List.of(text("v", "of-the-suite"), text("w", "of-the-suite"))),
                        BEARER);

                assertThat(server.received().get(0))
                        .contains("v=of-the-suite", "w=of-the-suite", "X-Tenant: of-the-suite", "Accept: text/csv")
                        .contains("X-Other: other-of-the-specification")
                        .doesNotContain("x-tenant: of", "text/plain", "v=of-the-specification", "w=of-the-spec");
                // Of the specification's nobody knows whether it is a secret.
                assertThat(exchange.request().headers())
                        .contains(new Header("X-Tenant", "of-the-suite"), new Header("X-Other", Redactor.MARK));
            }
        }
    }

    @Test
    void what_a_filter_makes_of_a_header_of_the_suite_is_the_users_own() throws Exception {
        Filter changing = (request, response, context) -> {
            request.removeHeader("X-Tenant");
            request.header("X-Tenant", "of-the-filter");
            return context.next(request, response);
        };
        try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
            Exchange exchange = send(
                    server,
                    List.of(changing),
                    null,
                    operation("/orders", List.of(text("X-Tenant", "of-the-suite")), List.of()),
                    BEARER);

            assertThat(server.received().get(0)).contains("X-Tenant: of-the-filter");
            assertThat(exchange.request().headers()).contains(new Header("X-Tenant", Redactor.MARK));
        }
    }

    @Test
    void a_condition_that_asks_for_something_else_has_its_own() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
            Exchange exchange = send(
                    server,
                    List.of(),
                    null,
                    operation("/orders", List.of(text("Accept", "text/csv")), List.of()),
                    header("Accept", "*/*"));

            assertThat(server.received().get(0)).contains("Accept: */*").doesNotContain("text/csv");
            assertThat(exchange.request().accept()).isEqualTo("*/*");
        }
    }

    @Test
    void each_request_has_an_id_and_a_time_of_its_own_also_those_that_go_ahead() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer server = new RawServer((request, out) -> refuse(asked, out))) {
            Operation operation = operation(
                    "/orders",
                    List.of(new Field("X-Request-ID", ID), new Field("X-Time", NOW)),
                    List.of(new Field("id", ID)));

            Exchange exchange = send(server, List.of(), null, operation, Credential.NONE.after(List.of(BEARER)));

            assertThat(server.received()).hasSize(2);
            assertThat(server.received())
                    .extracting(request -> found("X-Request-ID: (\\S+)", request))
                    .containsExactly(id(3), id(1));
            assertThat(server.received())
                    .extracting(request -> found("\\?id=(\\S+)", request))
                    .containsExactly(id(4), id(2));
            assertThat(server.received()).allMatch(request -> request.contains("\r\nX-Time: 2026-03-01T13:00:00Z\r\n"));
            assertThat(exchange.request().uri()).endsWith("?id=" + id(2));
            assertThat(exchange.request().headers()).contains(new Header("X-Request-ID", id(1)));
        }
    }

    @Test
    void a_body_is_sent_as_its_media_type_and_shown_as_the_suite_has_it() throws Exception {
        RequestSpecification typed =
                new RequestSpecBuilder().setContentType("text/plain").build();
        byte[] photo = {(byte) 0xff, 0, (byte) 0x80, '\n'};
        Template file = reference("${file:photo.jpg}", new String(photo, StandardCharsets.ISO_8859_1));
        for (List<Filter> filters : List.of(List.<Filter>of(), List.of(FILTER))) {
            try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
                Exchange json = send(
                        server,
                        filters,
                        typed,
                        posting(new RequestBody("application/fhir+json", KEY, false, KEY.secrets())),
                        BEARER);
                Exchange bytes = send(
                        server, filters, null, posting(new RequestBody("image/jpeg", file, true, List.of())), BEARER);

                assertThat(server.received().get(0))
                        .contains("\r\nContent-Type: application/fhir+json\r\n")
                        .doesNotContain("text/plain")
                        .endsWith("\r\n\r\n" + GATEWAY_KEY);
                assertThat(json.request().body()).isEqualTo("${GATEWAY_KEY}");
                assertThat(server.received().get(1))
                        .contains("\r\nContent-Type: image/jpeg\r\n", "\r\nContent-Length: 4\r\n")
                        .endsWith("\r\n\r\n\u00ff\0\u0080\n");
                assertThat(bytes.request().body()).isEqualTo("${file:photo.jpg}");
            }
        }
    }

    @Test
    void json_in_the_place_of_json_is_of_its_media_type() throws Exception {
        Credential broken = BEARER.withContent(new Credential.Content("application/json", new Secret("[1,")));
        for (List<Filter> filters : List.of(List.<Filter>of(), List.of(FILTER))) {
            try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
                send(
                        server,
                        filters,
                        null,
                        posting(new RequestBody("application/fhir+json", ID, false, List.of())),
                        broken);
                send(server, filters, null, posting(RequestBody.json("{}")), broken);

                assertThat(server.received().get(0))
                        .contains("Content-Type: application/fhir+json\r\n")
                        .endsWith("[1,");
                assertThat(server.received().get(1))
                        .contains("Content-Type: application/json\r\n")
                        .endsWith("[1,");
            }
        }
    }

    @Test
    void a_body_has_what_is_made_anew_in_each_request() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer server = new RawServer((request, out) -> refuse(asked, out))) {
            Operation operation = posting(new RequestBody("text/plain", ID, false, List.of()));

            Exchange exchange = send(server, List.of(), null, operation, Credential.NONE.after(List.of(BEARER)));

            assertThat(server.received().get(0)).endsWith("\r\n\r\n" + id(2));
            assertThat(server.received().get(1)).endsWith("\r\n\r\n" + id(1));
            assertThat(exchange.request().body()).isEqualTo(id(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPFIND", "QUERY", "M-SEARCH", "MKCOL"})
    void any_method_is_sent(String method) throws Exception {
        for (List<Filter> filters : List.of(List.<Filter>of(), List.of(FILTER))) {
            try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
                answer(send(
                        server, filters, null, posting(RequestBody.json("{}")).with(method, "/orders"), BEARER));

                assertThat(server.received().get(0)).startsWith(method + " /orders HTTP/1.1\r\n");
            }
        }
    }

    @Test
    void a_value_that_no_header_holds_is_not_sent() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.REFUSAL)) {
            Exchange exchange = send(
                    server,
                    List.of(),
                    null,
                    operation("/orders", List.of(text("X-Tenant", "a\r\nb")), List.of()),
                    BEARER);

            assertThat(unsendable(exchange)).contains("X-Tenant").contains("line break");
            assertThat(server.accepted()).isZero();
        }
    }

    private static void refuse(AtomicInteger asked, OutputStream out) throws IOException {
        String first = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        out.write((asked.getAndIncrement() == 0 ? first : RawServer.REFUSAL).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String id(int number) {
        return new UUID(0, number).toString();
    }

    private static Exchange send(
            RawServer server,
            List<Filter> filters,
            @Nullable RequestSpecification specification,
            Operation operation,
            Credential credential) {
        AtomicInteger ids = new AtomicInteger();
        FreshValues fresh = new FreshValues(
                Clock.fixed(Instant.parse("2026-03-01T13:00:00.123Z"), ZoneOffset.UTC),
                () -> new UUID(0, ids.incrementAndGet()));
        try (ApiClient client =
                new ApiClient(server.url(), QUICK, filters, specification, new Redactor(), Set.of(), fresh, () -> 0)) {
            return client.send(operation, credential);
        }
    }

    private static Operation operation(String path, List<Field> headers, List<Field> query) {
        return operation("GET", path, null, new RequestFields(headers, query));
    }

    private static Operation posting(RequestBody body) {
        return operation("POST", "/orders", body, RequestFields.NONE);
    }

    private static Operation operation(String method, String path, @Nullable RequestBody body, RequestFields fields) {
        return new Operation(
                new Position("orders.auth.yaml", 1, 1),
                method,
                path,
                Map.of(),
                List.of(),
                false,
                Control.ON,
                List.of(),
                Map.of(),
                body,
                Requirement.of("bearer"),
                fields,
                OperationPromises.NONE,
                PathObjects.NONE,
                OperationKind.RESOURCE,
                null,
                null,
                LoginNeed.NONE,
                null);
    }

    private static Field text(String name, String value) {
        return new Field(name, Template.of(value));
    }

    private static Template reference(String written, String value) {
        return new Template(List.of(new Piece(written, new Secret(value), null)));
    }
}
