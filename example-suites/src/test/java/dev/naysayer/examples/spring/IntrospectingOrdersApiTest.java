package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.examples.client.OrdersClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens that were really issued, shown to the API that asks about them and to the one that reads them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class IntrospectingOrdersApiTest {

    private static final Duration SHORT_LIFETIME = Duration.ofSeconds(4);

    private final SpringIssuer issuer = SpringIssuer.start(SHORT_LIFETIME);
    private final IntrospectingOrdersApi asking = IntrospectingOrdersApi.start(issuer);
    private final SpringOrdersApi reading = SpringOrdersApi.start(issuer.url(), Duration.ZERO);
    private final TokenClient client = new TokenClient(issuer.url());

    @AfterAll
    void stop() {
        reading.close();
        asking.close();
        issuer.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BASIC", "POST", "KEY", "REFERENCE_TOKENS"})
    void the_api_that_asks_lets_every_issued_token_in(IssuedClient who) throws IOException, ParseException {
        assertThat(get(asking.url(), token(who, "scope", "orders:read")).statusCode())
                .isEqualTo(200);
        assertThat(post(asking.url(), token(who, "scope", "orders:write")).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource(names = {"BASIC", "POST", "KEY"})
    void the_api_that_reads_lets_every_issued_jwt_in(IssuedClient who) throws IOException, ParseException {
        assertThat(get(reading.url(), token(who, "scope", "orders:read")).statusCode())
                .isEqualTo(200);
        assertThat(post(reading.url(), token(who, "scope", "orders:write")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_api_that_reads_can_make_nothing_of_a_reference() throws IOException, ParseException {
        refused(get(reading.url(), token(IssuedClient.REFERENCE_TOKENS, "scope", "orders:read")), 401, "invalid_token");
    }

    @Test
    void a_token_that_was_never_issued_is_refused() throws IOException {
        refused(get(asking.url(), "never-issued"), 401, "invalid_token");
    }

    @ParameterizedTest
    @EnumSource(names = {"BASIC", "REFERENCE_TOKENS"})
    void another_scope_is_not_enough_for_the_api_that_asks(IssuedClient who) throws IOException, ParseException {
        refused(get(asking.url(), token(who, "scope", "profile:read")), 403, "insufficient_scope");
    }

    @Test
    void another_scope_is_not_enough_for_the_api_that_reads() throws IOException, ParseException {
        refused(get(reading.url(), token(IssuedClient.BASIC, "scope", "profile:read")), 403, "insufficient_scope");
    }

    @ParameterizedTest
    @CsvSource({"BASIC, audience", "BASIC, resource", "REFERENCE_TOKENS, audience", "REFERENCE_TOKENS, resource"})
    void a_token_for_another_api_is_refused_by_the_api_that_asks(IssuedClient who, String parameter)
            throws IOException, ParseException {
        refused(get(asking.url(), tokenForInvoices(who, parameter)), 401, "invalid_token");
    }

    @Test
    void a_token_for_another_api_is_refused_by_the_api_that_reads() throws IOException, ParseException {
        refused(get(reading.url(), tokenForInvoices(IssuedClient.BASIC, "audience")), 401, "invalid_token");
    }

    @ParameterizedTest
    @EnumSource(names = {"BASIC", "POST", "KEY", "REFERENCE_TOKENS"})
    void a_revoked_token_is_refused_by_the_api_that_asks(IssuedClient who) throws IOException, ParseException {
        String token = token(who, "scope", "orders:read");
        assertThat(get(asking.url(), token).statusCode()).isEqualTo(200);
        revoke(who, token);
        refused(get(asking.url(), token), 401, "invalid_token");
    }

    /** This is the price of reading tokens: revocation shows only when they expire. */
    @Test
    void a_revoked_token_still_passes_the_api_that_reads() throws IOException, ParseException {
        String token = token(IssuedClient.BASIC, "scope", "orders:read");
        revoke(IssuedClient.BASIC, token);
        assertThat(get(reading.url(), token).statusCode()).isEqualTo(200);
    }

    @Test
    void both_refuse_a_token_once_it_has_expired() throws Exception {
        String token = token(IssuedClient.SHORT_LIVED_TOKENS, "scope", "orders:read");
        CompletableFuture<Void> expiry = CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(SHORT_LIFETIME.toMillis() + 100, TimeUnit.MILLISECONDS));
        assertThat(get(asking.url(), token).statusCode()).isEqualTo(200);
        assertThat(get(reading.url(), token).statusCode()).isEqualTo(200);
        expiry.get(10, TimeUnit.SECONDS);
        refused(get(asking.url(), token), 401, "invalid_token");
        refused(get(reading.url(), token), 401, "invalid_token");
    }

    private String token(IssuedClient who, String parameter, String value) throws IOException, ParseException {
        return TokenClient.token(client.ask(who, issuer.secret(who), Map.of(parameter, value)));
    }

    private String tokenForInvoices(IssuedClient who, String parameter) throws IOException, ParseException {
        return TokenClient.token(client.ask(
                who, issuer.secret(who), Map.of("scope", "orders:read", parameter, "https://invoices.example")));
    }

    private void revoke(IssuedClient who, String token) throws IOException {
        assertThat(client.send("/oauth2/revoke", who, issuer.secret(who), Map.of("token", token))
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> get(String url, String token) throws IOException {
        return new OrdersClient(url).send("GET", "/orders", List.of("Bearer " + token));
    }

    private static HttpResponse<String> post(String url, String token) throws IOException {
        return new OrdersClient(url).send("POST", "/orders", List.of("Bearer " + token));
    }

    private static void refused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer ")
                .contains("error=\"" + error + "\"");
    }
}
