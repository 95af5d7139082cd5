package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Whatever an API answers, each case has its outcome, and what is told of it is short and can be shown. */
@ExtendWith(SuiteKey.class)
class HostileApiTest {

    @AuthContract("promised.auth.yaml")
    static class Recursing extends Contracts.Promising {

        @Override
        public void start() {}

        @Override
        public Map<String, String> variables() {
            return Map.of("ISSUER", "https://issuer.example", "KEY", Contracts.key());
        }

        @Override
        public RequestSpecification requestSpecification() {
            return new RequestSpecBuilder()
                    .addFilter((request, response, context) -> {
                        throw new StackOverflowError("with a secret in it");
                    })
                    .build();
        }

        @Override
        public void stop() {}
    }

    @Test
    void answers_that_are_long_and_deep_and_strange_cost_no_outcome_and_make_no_long_message() {
        WireMockServer api =
                new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        api.start();
        try {
            api.stubFor(any(anyUrl()).willReturn(ok("[]")));
            api.stubFor(any(anyUrl())
                    .withHeader("Authorization", absent())
                    .willReturn(unauthorized()
                            .withHeader("WWW-Authenticate", "Bearer scope=\"" + "a ".repeat(1_500) + "a\"")
                            .withHeader("Set-Cookie", "session=" + "b".repeat(2_000))
                            .withHeader("Content-Type", "application/problem+json")
                            .withBody("{\"status\":1e999,\"title\":\"\u202e\u009b31m" + "c".repeat(500_000) + "\"}")));

            EngineExecutionResults results = Contracts.engine()
                    .selectors(selectClasspathResource("dev/naysayer/engine/junit/selected/orders.auth.yaml"))
                    .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                    .execute();

            assertThat(outcomes(results))
                    .hasSize(10)
                    .extracting(CaseOutcome::reason)
                    .noneMatch(reason -> String.valueOf(reason).contains("Naysayer failed"));
            assertThat(messages(results))
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message)
                            .hasSizeLessThan(9_000)
                            .doesNotContain("\u202e", "\u009b")
                            .doesNotContain("c".repeat(400), "b".repeat(400)));
        } finally {
            api.stop();
        }
    }

    @Test
    void an_error_under_way_is_an_outcome_too_and_names_its_class_alone() {
        List<CaseOutcome> outcomes = outcomes(
                Contracts.engine().selectors(selectClass(Recursing.class)).execute());

        assertThat(outcomes).isNotEmpty().allSatisfy(outcome -> {
            assertThat(outcome.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
            assertThat(outcome.reason())
                    .contains("java.lang.StackOverflowError")
                    .doesNotContain("secret");
        });
    }

    private static List<CaseOutcome> outcomes(EngineExecutionResults results) {
        return Published.outcomes(results);
    }

    private static List<String> messages(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(thrown -> String.valueOf(thrown.getMessage()))
                .toList();
    }
}
