package dev.naysayer.engine.assertion;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.naysayer.engine.assertion.RefusalAssertions.assertThatRefusal;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers of three clients; the README shows the first test. */
class RefusalAssertionsTest {

    private static final WireMockServer SERVER =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    private final String token = UUID.randomUUID().toString();

    @BeforeAll
    static void start_an_api_that_refuses_everybody() {
        SERVER.start();
        SERVER.stubFor(any(anyUrl())
                .willReturn(new ResponseDefinitionBuilder()
                        .withStatus(401)
                        .withHeader("WWW-Authenticate", "Bearer realm=\"orders\", error=\"invalid_token\"")
                        .withHeader("WWW-Authenticate", "Basic realm=\"orders\"")
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"title\": \"Unauthorized\", \"status\": 401}")));
    }

    @AfterAll
    static void stop_it() {
        SERVER.stop();
    }

    @Test
    void an_expired_token_is_refused() throws Exception {
        HttpResponse<String> response = orders(token, BodyHandlers.ofString());

        assertThatRefusal(response)
                .toCondition("expired-token")
                .isUnauthorized()
                .hasProblemDetails()
                .conformsTo(RuleSet.ALL)
                .hasChallenge("Bearer")
                .withError("invalid_token")
                .withRealm("orders");
    }

    @Test
    void bytes_are_read_as_text_is() throws Exception {
        assertThatRefusal(orders(token, BodyHandlers.ofByteArray()))
                .hasProblemDetails()
                .hasChallenge("Basic")
                .withRealm("orders");
    }

    @Test
    void of_a_body_that_was_not_read_nothing_is_known() throws Exception {
        RefusalAssert refusal = assertThatRefusal(orders(token, BodyHandlers.discarding()));

        refusal.isUnauthorized().conformsTo(RuleSet.RFC9457);
        assertThatThrownBy(refusal::hasProblemDetails)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("one that was not read: take BodyHandlers.ofString() or ofByteArray()");
    }

    @Test
    void the_credential_of_a_request_is_found_in_its_answer() throws Exception {
        HttpResponse<String> response = orders("realm=\"orders\"", BodyHandlers.ofString());

        assertThatThrownBy(() -> assertThatRefusal(response).conformsStrictlyTo(RuleSet.only("token-not-echoed")))
                .isInstanceOf(AssertionError.class)
                // The JDK's client hands every field name over in lower case.
                .hasMessageContaining("actual    the credential in header www-authenticate");
    }

    @Test
    void rest_assured_hands_its_answer_on() {
        assertThatRefusal(given().get(SERVER.url("/orders")))
                .isUnauthorized()
                .hasProblemDetails()
                .conformsTo(RuleSet.ALL)
                .hasChallenge("Basic");
    }

    private static <T> HttpResponse<T> orders(String token, BodyHandler<T> body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SERVER.url("/orders")))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(request, body);
    }
}
