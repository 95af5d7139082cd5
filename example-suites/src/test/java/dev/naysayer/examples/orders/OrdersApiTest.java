package dev.naysayer.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.naysayer.examples.client.OrdersClient;
import dev.naysayer.examples.client.Presentation;
import dev.naysayer.examples.issuer.Issuer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OrdersApiTest {

    private static final String REALM = "Bearer realm=\"orders\"";
    private static final String INVALID_TOKEN =
            REALM + ", error=\"invalid_token\", error_description=\"The access token is invalid or has expired\"";

    private final Issuer issuer = Issuer.start();
    private final OrdersApi api = OrdersApi.start(issuer.url());
    private final OrdersClient client = new OrdersClient(api.url());

    @AfterAll
    void stop() {
        api.close();
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /orders, orders:read, 200",
        "GET, /orders/1001, orders:read, 200",
        "POST, /orders, orders:write, 201",
        "DELETE, /orders/1001, orders:write, 204",
        "GET, /invoices, orders:read, 404"
    })
    void a_good_token_gets_through(String method, String path, String scope, int status) throws IOException {
        assertThat(send(method, path, scope, Presentation.GOOD_TOKEN).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_TOKEN", "WRONG_SCHEME"})
    void who_presents_no_token_is_told_the_scheme_and_nothing_else(Presentation presentation) throws IOException {
        assertRefusal(send("GET", "/orders", OrdersApi.READ, presentation), 401, REALM);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED_TOKEN", "WRONG_AUDIENCE", "BAD_SIGNATURE", "MALFORMED_TOKEN"})
    void a_bad_token_is_invalid_whatever_is_wrong_with_it(Presentation presentation) throws IOException {
        assertRefusal(send("GET", "/orders", OrdersApi.READ, presentation), 401, INVALID_TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /orders, orders:read",
        "GET, /orders/1001, orders:read",
        "POST, /orders, orders:write",
        "DELETE, /orders/1001, orders:write"
    })
    void a_missing_scope_is_named(String method, String path, String scope) throws IOException {
        assertRefusal(
                send(method, path, scope, Presentation.INSUFFICIENT_SCOPE),
                403,
                REALM + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer {token}", "Bearer a b", "Bearer \"quoted\""})
    void what_cannot_be_a_token_is_an_invalid_one(String authorization) throws IOException {
        assertRefusal(client.get("/orders", Optional.of(authorization)), 401, INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void the_scheme_is_read_as_rfc_9110_says(String start) throws IOException {
        String good =
                Presentation.GOOD_TOKEN.authorization(issuer, OrdersApi.READ).orElseThrow();
        assertThat(client.get("/orders", Optional.of(good.replace("Bearer ", start)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void two_authorization_headers_are_an_invalid_request() throws IOException {
        String good =
                Presentation.GOOD_TOKEN.authorization(issuer, OrdersApi.READ).orElseThrow();
        assertRefusal(
                client.send("GET", "/orders", List.of(good, good)),
                400,
                REALM + ", error=\"invalid_request\", error_description=\"Send one Authorization header\"");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"GOOD_TOKEN", "INSUFFICIENT_SCOPE", "REPEATED_HEADER"})
    void strangers_cannot_tell_what_exists(Presentation presentation) throws IOException {
        assertThat(send("GET", "/invoices", OrdersApi.READ, presentation).statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> send(String method, String path, String scope, Presentation presentation)
            throws IOException {
        return client.send(method, path, presentation.authorizations(issuer, scope));
    }

    private static void assertRefusal(HttpResponse<String> answer, int status, String challenge) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly(challenge);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.body()).contains("\"status\":" + status);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                SchemaLocation.of("classpath:dev/naysayer/examples/orders/schemas/problem.schema.json"))
                        .validate(answer.body(), InputFormat.JSON))
                .isEmpty();
    }
}
