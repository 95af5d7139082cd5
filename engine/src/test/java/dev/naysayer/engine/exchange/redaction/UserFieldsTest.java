package dev.naysayer.engine.exchange.redaction;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.QUICK;
import static dev.naysayer.engine.exchange.Sending.TOKEN;
import static dev.naysayer.engine.exchange.Sending.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Template;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Sending;
import dev.naysayer.engine.exchange.client.ApiClient;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.log.LogDetail;
import io.restassured.filter.log.RequestLoggingFilter;
import io.restassured.filter.log.ResponseLoggingFilter;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user's code adds to requests opens something, unless he says that it does not. */
@Timeout(60)
class UserFieldsTest {

    private static final String KEY = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
    private static final String ECHO = "HTTP/1.1 401 Unauthorized\r\nX-Debug: " + KEY
            + "\r\nContent-Length: 45\r\n\r\n{\"key\":\"" + KEY + "\"} no";

    @ParameterizedTest
    @ValueSource(
            strings = {"X-API-Key", "Ocp-Apim-Subscription-Key", "X-Auth-Token", "X-CSRF-Token", "X-Anything", "Referer"
            })
    void a_header_of_the_target_is_hidden_and_so_is_its_echo(String name) throws Exception {
        Exchange exchange = sent(new RequestSpecBuilder().addHeader(name, KEY).build(), Set.of());

        assertThat(exchange.request().headers()).contains(new Header(name, "***redacted***"));
        assertNothingShows(exchange);
    }

    @Test
    void so_are_cookies_and_query_parameters() throws Exception {
        Exchange exchange = sent(
                new RequestSpecBuilder()
                        .addCookie("session", KEY)
                        .addQueryParam("subscription-key", KEY)
                        .addQueryParam("short", "abc")
                        .build(),
                Set.of());

        assertThat(exchange.request().headers()).contains(new Header("Cookie", "***redacted***"));
        assertThat(exchange.request().uri()).endsWith("/orders?subscription-key=***redacted***&short=***redacted***");
        assertNothingShows(exchange);
    }

    @Test
    void so_is_what_a_filter_adds_to_each_request() throws Exception {
        Exchange exchange = sent(null, Set.of(), (request, expectations, context) -> {
            request.header("X-Signature", KEY).queryParam("sig", KEY).cookie("device", KEY);
            return context.next(request, expectations);
        });

        assertThat(exchange.request().uri()).endsWith("/orders?sig=***redacted***");
        assertThat(exchange.request().headers()).contains(new Header("X-Signature", "***redacted***"));
        assertNothingShows(exchange);
    }

    @Test
    void so_it_is_where_the_credential_is_sent_byte_for_byte() throws Exception {
        try (RawServer server = RawServer.answering(ECHO);
                ApiClient client = client(
                        server,
                        new RequestSpecBuilder().addHeader("X-API-Key", KEY).build(),
                        Set.of())) {
            assertNothingShows(client.send(Sending.get("/orders"), BEARER.sentVerbatim()));
        }
    }

    @Test
    void what_everybody_sends_and_what_the_target_declares_is_shown() throws Exception {
        Exchange exchange = sent(
                new RequestSpecBuilder()
                        .addHeader("Accept-Language", "de")
                        .addHeader("User-Agent", "orders-tests/1.0")
                        .addHeader("X-Tenant", "tenant-4711")
                        .addQueryParam("version", "2026-11-28")
                        .build(),
                Set.of("x-tenant", "Version"));

        assertThat(exchange.request().headers())
                .contains(
                        new Header("Accept-Language", "de"),
                        new Header("User-Agent", "orders-tests/1.0"),
                        new Header("X-Tenant", "tenant-4711"));
        assertThat(exchange.request().uri()).endsWith("/orders?version=2026-11-28");
    }

    @Test
    void the_logs_of_rest_assured_print_no_secret() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        RequestSpecification specification = new RequestSpecBuilder()
                .addHeader("X-API-Key", KEY)
                .addCookie("session", KEY)
                .addQueryParam("subscription-key", KEY)
                .addFilter(new RequestLoggingFilter(LogDetail.ALL, stream))
                .log(LogDetail.ALL)
                .build();
        PrintStream console = System.out;
        System.setOut(stream);
        try {
            Exchange exchange = sent(specification, Set.of(), new ResponseLoggingFilter(LogDetail.ALL, stream));
            assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        } finally {
            System.setOut(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "Request method:\tGET",
                        "subscription-key=***redacted***",
                        "HTTP/1.1 401 Unauthorized",
                        "X-Debug: ***redacted***")
                .doesNotContain(KEY, TOKEN)
                .doesNotContain(TOKEN.split("\\.", -1));
    }

    @Test
    void other_filters_of_the_user_see_what_is_sent() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        sent(
                null,
                Set.of(),
                new RequestLoggingFilter(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
                (request, expectations, context) -> {
                    seen.set(request.getHeaders().getValue("Authorization"));
                    return context.next(request, expectations);
                });

        assertThat(seen).hasValue("Bearer " + TOKEN);
    }

    private static Exchange sent(@Nullable RequestSpecification specification, Set<String> shown, Filter... filters)
            throws Exception {
        try (RawServer server = RawServer.answering(ECHO);
                ApiClient client = client(server, specification, shown, filters)) {
            Exchange exchange = client.send(Sending.get("/orders"), BEARER);
            assertThat(server.received().get(0).toLowerCase(Locale.ROOT)).contains("authorization: bearer ");
            return exchange;
        }
    }

    private static ApiClient client(
            RawServer server, @Nullable RequestSpecification specification, Set<String> shown, Filter... filters) {
        return new ApiClient(
                server.url(),
                QUICK,
                List.of(filters),
                specification,
                new Redactor(),
                shown,
                Template.Fresh::name,
                () -> 0);
    }

    private static void assertNothingShows(Exchange exchange) {
        assertThat(exchange + answer(exchange).body().text())
                .doesNotContain(KEY.substring(0, 10), KEY.substring(11, 21));
        assertThat(answer(exchange).headers("X-Debug")).containsExactly("***redacted***");
        assertThat(answer(exchange).echoes()).isEmpty();
    }
}
