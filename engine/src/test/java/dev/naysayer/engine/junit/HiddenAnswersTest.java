package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An API that is right to whoever asks for JSON and sends JSON may be a leak to everybody else. */
@ExtendWith(SuiteKey.class)
class HiddenAnswersTest {

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @BeforeEach
    void start_an_api_that_is_right() {
        api.start();
        api.stubFor(any(anyUrl()).atPriority(9).willReturn(refused(", error=\"invalid_token\"")));
        api.stubFor(any(anyUrl())
                .atPriority(8)
                .withHeader("Authorization", matching("Bearer eyJhbGci.*"))
                .willReturn(status(422)));
        api.stubFor(any(anyUrl())
                .atPriority(7)
                .withHeader("Authorization", absent())
                .willReturn(refused("")));
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
    }

    private static ResponseDefinitionBuilder refused(String error) {
        return unauthorized()
                .withHeader("WWW-Authenticate", "Bearer realm=\"orders\"" + error)
                .withHeader("Cache-Control", "no-store")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Content-Type", "application/json")
                .withBody("{\"title\": \"Refused\"}");
    }

    private static ResponseDefinitionBuilder crash() {
        return serverError()
                .withHeader("Content-Type", "text/html")
                .withBody("<html>java.lang.IllegalStateException: nobody is here\n"
                        + "\tat com.example.orders.Orders.login(Orders.java:42)</html>");
    }

    @Test
    void nothing_is_found_where_nothing_is_hidden() {
        assertThat(broken().values()).allMatch(List::isEmpty);
    }

    @Test
    void a_page_for_whoever_takes_anything_is_seen() {
        api.stubFor(
                any(anyUrl()).atPriority(1).withHeader("Accept", equalTo("*/*")).willReturn(crash()));

        Map<String, List<String>> broken = broken();

        assertThat(broken.get("no-token")).isEmpty();
        assertThat(broken.get("any-accept-no-token"))
                .contains("bad-credentials-get-401", "no-stack-trace")
                .doesNotContain("json-for-json-client");
        assertThat(broken.get("any-accept-bad-credential")).contains("bad-credentials-get-401", "no-stack-trace");
    }

    @Test
    void a_parser_that_comes_before_the_guard_is_seen() {
        api.stubFor(any(anyUrl())
                .atPriority(1)
                .withRequestBody(equalTo("{\"naysayer\": [1,"))
                .willReturn(crash()));

        Map<String, List<String>> broken = broken();

        assertThat(broken.get("no-token")).isEmpty();
        assertThat(broken.get("broken-body-no-token")).contains("no-stack-trace");
        assertThat(broken.get("broken-body")).contains("status-fits-condition", "no-stack-trace");
    }

    /** Per scenario, the rules that are broken. */
    private Map<String, List<String>> broken() {
        return Published.outcomes(Contracts.engine()
                        .selectors(selectClasspathResource("dev/naysayer/engine/junit/controls/hidden.auth.yaml"))
                        .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                        .execute())
                .stream()
                .collect(Collectors.toMap(
                        CaseOutcome::scenario,
                        outcome ->
                                outcome.violations().stream().map(Finding::rule).toList(),
                        (first, second) -> first));
    }
}
