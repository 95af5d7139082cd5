package dev.naysayer.engine.exchange.client;

import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.TOKEN;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.client;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.Sending;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.exchange.redaction.UserFields;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a credential stands it arrives, alone, and does not show; on the usual path and verbatim. */
@Timeout(60)
class CredentialPlaceTest {

    /** Too short to be searched for, so only its place can give it away. */
    private static final String SHORT = "k" + System.nanoTime() % 100_000;

    private static final String FORM = "application/x-www-form-urlencoded";

    @SuppressWarnings("NullAway.Init")
    private RawServer server;

    @BeforeEach
    void start() throws Exception {
        server = RawServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    static Stream<UnaryOperator<Credential>> paths() {
        return Stream.of(credential -> credential, Credential::sentVerbatim);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("paths")
    void a_parameter_follows_the_operations_own_percent_encoded(UnaryOperator<Credential> path) {
        Exchange exchange = send(
                get("/orders?page=1"), path.apply(query("api key", SHORT + " &/ü")), null, (r, e, c) -> c.next(r, e));

        assertThat(server.received().get(0))
                .startsWith("GET /orders?page=1&api%20key=" + SHORT + "%20%26%2F%C3%BC HTTP/1.1\r\n");
        assertThat(exchange.request().uri()).isEqualTo(server.url() + "/orders?page=1&api%20key=***redacted***");
        assertThat(exchange.toString()).doesNotContain(SHORT);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("paths")
    void what_is_too_short_to_be_looked_for_is_told(UnaryOperator<Credential> path) {
        for (Map.Entry<String, Boolean> secret :
                Map.of(SHORT, true, SHORT + "-and-a-bit", false, "", false).entrySet()) {
            Credential key = Sending.header("X-API-Key", secret.getKey()).withSecret(new Secret(secret.getKey()));
            try (ApiClient client = client(server.url())) {
                assertThat(answer(client.send(get("/orders"), path.apply(key))).unsearched())
                        .isEqualTo(secret.getValue());
            }
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("paths")
    void a_parameter_may_stand_twice_and_no_other_takes_its_name(UnaryOperator<Credential> path) {
        Credential twice = Credential.NONE
                .withQuery(List.of(
                        new Credential.Part("api_key", new Secret(SHORT)),
                        new Credential.Part("api_key", new Secret("x" + SHORT))))
                .withSecret(new Secret(SHORT));
        RequestSpecification specification = new RequestSpecBuilder()
                .addQueryParam("tag", "a b")
                .addQueryParam("api_key", "of-somebody-else")
                .build();
        Exchange exchange = send(get("/orders"), path.apply(twice), specification, (request, expectations, context) -> {
            request.queryParam("api_key", "of-the-filter").queryParam("late", "1");
            return context.next(request, expectations);
        });

        assertThat(server.received().get(0))
                .startsWith("GET /orders?tag=a%20b&api_key=" + SHORT + "&api_key=x" + SHORT + "&late=1 HTTP/1.1\r\n");
        assertThat(exchange.toString()).doesNotContain(SHORT);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("paths")
    void a_body_takes_the_operations_place_and_brings_its_media_type(UnaryOperator<Credential> path) {
        Credential form = Credential.NONE
                .withContent(new Credential.Content(FORM, new Secret("access_token=" + SHORT + "&b=c")))
                .withSecret(new Secret(SHORT));
        RequestSpecification specification = new RequestSpecBuilder()
                .setContentType("application/vnd.orders+json")
                .build();
        Exchange exchange = send(
                operation("POST", "/orders", Map.of(), "{\"a\":1}"),
                path.apply(form),
                specification,
                (request, expectations, context) -> {
                    request.body("of-the-filter").contentType("text/plain");
                    return context.next(request, expectations);
                });

        assertThat(server.received().get(0))
                .containsOnlyOnce("Content-Type: ")
                .contains("\r\nContent-Type: " + FORM + "\r\n")
                .endsWith("\r\n\r\naccess_token=" + SHORT + "&b=c");
        assertThat(exchange.request().body()).isEqualTo("access_token=***redacted***&b=***redacted***");
        assertThat(exchange.toString()).doesNotContain(SHORT);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("paths")
    void a_get_carries_a_body_too(UnaryOperator<Credential> path) {
        Credential json = Credential.NONE
                .withContent(new Credential.Content(
                        "application/json", new Secret("{\"item\":\"book\",\"access_token\":\"" + SHORT + "\"}")))
                .withSecret(new Secret(SHORT));
        Exchange exchange = send(get("/orders"), path.apply(json), null, (r, e, c) -> c.next(r, e));

        assertThat(server.received().get(0))
                .startsWith("GET /orders HTTP/1.1\r\n")
                .contains("\r\nContent-Type: application/json\r\n")
                .endsWith("\r\n\r\n{\"item\":\"book\",\"access_token\":\"" + SHORT + "\"}");
        assertThat(exchange.request().body()).isEqualTo("{\"item\":\"book\",\"access_token\":\"***redacted***\"}");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("paths")
    void a_get_carries_a_form_too(UnaryOperator<Credential> path) {
        Credential form = Credential.NONE
                .withContent(new Credential.Content(FORM, new Secret("access_token=" + SHORT)))
                .withSecret(new Secret(SHORT));
        send(get("/orders?page=1"), path.apply(form), null, (r, e, c) -> c.next(r, e));

        assertThat(server.received().get(0))
                .startsWith("GET /orders?page=1 HTTP/1.1\r\n")
                .contains("\r\nContent-Type: " + FORM + "\r\n")
                .endsWith("\r\n\r\naccess_token=" + SHORT);
    }

    @Test
    void a_body_in_which_the_secret_cannot_be_told_from_the_rest_is_not_shown() {
        Credential text = Credential.NONE
                .withContent(new Credential.Content("text/plain", new Secret("my key is " + SHORT)))
                .withSecret(new Secret(SHORT));

        assertThat(send(get("/orders"), text, null, (r, e, c) -> c.next(r, e))
                        .request()
                        .body())
                .isEqualTo("***redacted***");
    }

    /** Other cases send the same name in their query, and it must not be hidden there. */
    @Test
    void the_name_of_a_cookie_is_no_part_of_its_secret() {
        Redactor redactor = new Redactor();
        Credential cookie = Credential.of(
                List.of(new Credential.Part("Cookie", new Secret("access_token=" + TOKEN))), new Secret(TOKEN));
        try (ApiClient client = new ApiClient(server.url(), TransportSettings.DEFAULTS, List.of(), null, redactor)) {
            client.send(get("/orders"), cookie);
        }

        assertThat(redactor.redact("/orders?access_token=" + TOKEN)).isEqualTo("/orders?access_token=" + Redactor.MARK);
    }

    /** A header is called X-XSRF-TOKEN, and has to be seen where a session is hidden. */
    @Test
    void of_several_cookies_each_value_is_hidden_and_no_name() {
        Redactor redactor = new Redactor();
        String csrf = "csrf-of-this-session-" + System.nanoTime();
        Credential cookies = Credential.of(
                List.of(new Credential.Part("Cookie", new Secret("SESSION=" + TOKEN + "; XSRF-TOKEN=" + csrf))),
                new Secret(TOKEN));
        try (ApiClient client = new ApiClient(server.url(), TransportSettings.DEFAULTS, List.of(), null, redactor)) {
            client.send(get("/orders"), cookies);
        }

        assertThat(redactor.redact("X-XSRF-TOKEN: %s, SESSION=%s".formatted(csrf, TOKEN)))
                .isEqualTo("X-XSRF-TOKEN: %s, SESSION=%1$s".formatted(Redactor.MARK));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("paths")
    void a_field_of_a_form_stands_alone_where_the_operation_has_no_body(UnaryOperator<Credential> path) {
        Credential field = new Presentation(Presentation.Place.FORM, "user[csrf]", "", new Secret(SHORT)).declared();
        Exchange exchange =
                send(operation("POST", "/logout", Map.of(), null), path.apply(field), null, (r, e, c) -> c.next(r, e));

        assertThat(server.received().get(0))
                .contains("\r\nContent-Type: " + FORM)
                .endsWith("\r\n\r\nuser%5Bcsrf%5D=" + SHORT);
        assertThat(exchange.request().body()).isEqualTo("user%5Bcsrf%5D=***redacted***");
    }

    @Test
    void several_fields_and_the_users_cookies_go_together() {
        Credential several = Credential.of(
                List.of(
                        new Credential.Part("Cookie", new Secret("key=" + SHORT)),
                        new Credential.Part("authorization", new Secret("Bearer " + TOKEN)),
                        new Credential.Part("X-User-Id", new Secret("1"))),
                new Secret(TOKEN));
        Exchange exchange = send(
                get("/orders"),
                several,
                new RequestSpecBuilder().addCookie("theme", "dark").build(),
                (request, expectations, context) -> {
                    request.header("X-User-Id", "2");
                    return context.next(request, expectations);
                });

        assertThat(server.received().get(0))
                .containsOnlyOnce("Cookie: ")
                .contains("\r\nCookie: key=" + SHORT + "; theme=dark\r\n")
                .contains("\r\nauthorization: Bearer " + TOKEN + "\r\n")
                .containsOnlyOnce("\r\nX-User-Id: 1\r\n")
                .doesNotContain("X-User-Id: 2");
        assertThat(exchange.toString()).doesNotContain(SHORT, TOKEN);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("paths")
    void a_token_in_query_or_form_that_comes_back_is_an_echo(UnaryOperator<Credential> path) throws Exception {
        String key = "key with blanks " + System.nanoTime();
        try (RawServer echoing = RawServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: " + key.length()
                + "\r\nX-Url: /?a=" + key.replace(" ", "%20") + "\r\n\r\n" + key)) {
            Response response = answer(Sending.sendTo(echoing.url(), get("/"), path.apply(query("a", key))));

            assertThat(response.echoes()).containsExactly("header X-Url", "the body");
            assertThat(response.headers("X-Url")).containsExactly("/?a=***redacted***");
        }
    }

    @Test
    void control_characters_of_a_request_are_shown_as_symbols() {
        UserFields shown = UserFields.showing(Set.of("X-A\0"), new Redactor());
        assertThat(new Redactor().redactSent(List.of(new Header("X-A\0", "a\tb\r\n\u007f\u0085ü")), BEARER, shown))
                .containsExactly(new Header("X-A\u2400", "a\u2409b\u240d\u240a\u2421⟨U+0085⟩ü"));
    }

    private static Credential query(String name, String value) {
        return Credential.NONE
                .withQuery(List.of(new Credential.Part(name, new Secret(value))))
                .withSecret(new Secret(value));
    }

    private Exchange send(
            Operation operation, Credential credential, @Nullable RequestSpecification specification, Filter filter) {
        try (ApiClient client = client(server.url(), specification, filter)) {
            Exchange exchange = client.send(operation, credential);
            assertThat(answer(exchange).status()).isEqualTo(401);
            return exchange;
        }
    }
}
