package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.naysayer.engine.run.BaseUrls;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Several suites of one run, each with an API of its own. */
@ExtendWith(SuiteKey.class)
class SuiteTargetsTest {

    private static final String SUITE = """
            suite: %s API
            credentials:
              bearer:
                mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${NAYSAYER_TEST_KEY}"}
            operations: [GET /%s]
            scenarios: [no-token]
            """;

    @TempDir
    Path folder;

    private final WireMockServer first = new WireMockServer(options().dynamicPort());
    private final WireMockServer second = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void start_two_apis() {
        List.of(first, second).forEach(api -> {
            api.start();
            api.stubFor(any(anyUrl()).willReturn(status(401)));
        });
    }

    @AfterEach
    void stop_them() {
        first.stop();
        second.stop();
    }

    @Test
    void a_suites_own_target_goes_before_that_of_all() throws IOException {
        run(suite("orders"), suite("billing"))
                .configurationParameter("naysayer.target", first.baseUrl())
                .configurationParameter("naysayer.target.billing", second.baseUrl())
                .execute();

        assertThat(first.getAllServeEvents())
                .isNotEmpty()
                .allMatch(event -> event.getRequest().getUrl().equals("/orders"));
        assertThat(second.getAllServeEvents())
                .isNotEmpty()
                .allMatch(event -> event.getRequest().getUrl().equals("/billing"));
    }

    @Test
    void a_name_that_no_suite_has_fails_them_all_with_the_nearest() throws IOException {
        List<String> problems = Contracts.problems(run(suite("orders"))
                .configurationParameter("naysayer.target", first.baseUrl())
                .configurationParameter("naysayer.target.ordres", second.baseUrl()));

        assertThat(problems)
                .containsExactly(
                        "there is no suite 'ordres' for the setting naysayer.target.ordres: did you mean 'orders'?");
        assertThat(first.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_name_of_a_suite_that_is_not_in_this_run_is_no_mistake() throws IOException {
        suite("billing");

        assertThat(Contracts.problems(run(suite("orders"))
                        .configurationParameter("naysayer.target", first.baseUrl())
                        .configurationParameter("naysayer.target.billing", second.baseUrl())))
                .isEmpty();
    }

    @Test
    void a_name_that_two_suites_have_fails_both_and_no_other() throws IOException {
        Path one = suite("eu/orders");
        Path other = suite("us/orders");

        List<String> problems = Contracts.problems(run(one, other, suite("billing"))
                .configurationParameter("naysayer.target", first.baseUrl())
                .configurationParameter("naysayer.target.orders", second.baseUrl()));

        assertThat(problems)
                .hasSize(2)
                .allMatch(problem -> problem.equals(
                        "naysayer.target.orders is said of several suites, %s and %s: give them file names that differ"
                                .formatted(one, other)));
        assertThat(second.getAllServeEvents()).isEmpty();
        assertThat(first.getAllServeEvents()).isNotEmpty();
    }

    @Test
    void suites_that_are_called_alike_are_no_problem_while_nobody_names_them() throws IOException {
        assertThat(Contracts.problems(run(suite("eu/orders"), suite("us/orders"))
                        .configurationParameter("naysayer.target", first.baseUrl())))
                .isEmpty();
    }

    @Test
    void a_variable_names_a_suite_in_capitals_and_tells_fewer_names_apart() throws IOException {
        SuiteFile dashed = SuiteFile.alone(suite("orders-v2"));
        SuiteFile dotted = SuiteFile.alone(suite("orders.v2"));
        Settings settings =
                new Settings(new SettingTest.Parameters(Map.of()), Map.of("NAYSAYER_TARGET_ORDERS_V2", "http://b"));

        assertThat(settings.target(dashed)).contains(new BaseUrls.Given("NAYSAYER_TARGET_ORDERS_V2", "http://b"));
        assertThat(new SuiteTargets(settings, List.of(dashed)).ambiguous(dashed))
                .isEmpty();
        assertThat(new SuiteTargets(settings, List.of(dashed, dotted)).ambiguous(dashed))
                .hasValueSatisfying(problem ->
                        assertThat(problem).startsWith("NAYSAYER_TARGET_ORDERS_V2 is said of several suites"));
    }

    @Test
    void a_target_that_is_no_url_is_told_by_the_name_it_was_given_by() throws IOException {
        var results = run(suite("orders"))
                .configurationParameter("naysayer.target.orders", "nowhere")
                .execute();

        assertThat(Published.outcomes(results))
                .isNotEmpty()
                .allMatch(outcome -> String.valueOf(outcome.reason()).contains("correct naysayer.target.orders"));
    }

    private Path suite(String name) throws IOException {
        Path file = folder.resolve(name + ".auth.yaml");
        Files.createDirectories(file.resolveSibling(""));
        String last = name.substring(name.indexOf('/') + 1);
        return Files.writeString(file, SUITE.formatted(last, last));
    }

    private static EngineTestKit.Builder run(Path... suites) {
        EngineTestKit.Builder engine = Contracts.engine();
        for (Path suite : suites) {
            engine.selectors(selectFile(suite.toString()));
        }
        return engine;
    }
}
