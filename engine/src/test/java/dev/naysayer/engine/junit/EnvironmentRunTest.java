package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.run.ContractTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A run in one of a suite's environments, and of suites that use a part. */
@ExtendWith(SuiteKey.class)
class EnvironmentRunTest {

    private static final String STAGING = "NAYSAYER_TEST_STAGING";

    /** An API that the build starts, for a suite whose part says the rest. */
    @AuthContract("/dev/naysayer/engine/reuse/orders.auth.yaml")
    static class Started implements ContractTarget {

        static String url = "";

        @Override
        public void start() {}

        @Override
        public String url() {
            return url;
        }

        @Override
        public void stop() {}
    }

    @TempDir
    Path folder;

    private final WireMockServer local = new WireMockServer(options().dynamicPort());
    private final WireMockServer staging = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void start_two_apis() {
        List.of(local, staging).forEach(api -> {
            api.start();
            api.stubFor(any(anyUrl()).willReturn(status(401)));
        });
        Started.url = local.baseUrl();
        System.setProperty(STAGING, staging.baseUrl());
    }

    @AfterEach
    void stop_them() {
        System.clearProperty(STAGING);
        local.stop();
        staging.stop();
    }

    @Test
    void without_one_the_started_api_is_asked() {
        run().execute();

        assertThat(local.getAllServeEvents()).isNotEmpty();
        assertThat(staging.getAllServeEvents()).isEmpty();
    }

    /** Whoever chooses staging must not have the API on his machine judged, with the keys of staging. */
    @Test
    void the_target_of_the_chosen_one_goes_before_the_started_api() {
        run().configurationParameter("naysayer.env", "staging").execute();

        assertThat(staging.getAllServeEvents()).isNotEmpty();
        assertThat(local.getAllServeEvents()).isEmpty();
    }

    @Test
    void one_that_names_no_target_leaves_the_started_api_in_its_place() {
        run().configurationParameter("naysayer.env", "local").execute();

        assertThat(local.getAllServeEvents()).isNotEmpty();
    }

    @Test
    void a_setting_for_the_base_url_goes_before_that_of_the_environment() {
        run().configurationParameter("naysayer.env", "staging")
                .configurationParameter("naysayer.target.orders", local.baseUrl())
                .execute();

        assertThat(local.getAllServeEvents()).isNotEmpty();
        assertThat(staging.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_case_whose_scenario_stands_in_a_part_is_filed_under_its_suite() {
        var results = run().execute();

        assertThat(Published.outcomes(results))
                .extracting(CaseOutcome::file, CaseOutcome::line, CaseOutcome::scenario)
                .contains(tuple("orders.auth.yaml", 3, "no-token"));
    }

    @Test
    void a_part_is_no_suite_of_its_package() {
        List<String> suites = Contracts.engine()
                .selectors(selectPackage("dev.naysayer.engine.reuse"))
                .configurationParameter("naysayer.target", local.baseUrl())
                .execute()
                .containerEvents()
                .finished()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();

        assertThat(suites).containsExactly("Orders API", "Auth contracts");
    }

    @Test
    void a_suite_that_has_none_of_this_name_is_not_run_and_the_others_are() throws IOException {
        Path none = suite("none", "");
        Path misspelt = suite("misspelt", "environments: {stagign: {}}\n");
        Path right = suite("right", "environments: {staging: {}}\n");

        List<String> problems = Contracts.problems(Contracts.engine()
                .selectors(selectFile(none.toString()), selectFile(misspelt.toString()), selectFile(right.toString()))
                .configurationParameter("naysayer.target", local.baseUrl())
                .configurationParameter("naysayer.env", "staging"));

        assertThat(problems)
                .hasSize(2)
                .anyMatch(it -> it.contains("naysayer.env chooses 'staging', and the suite has no environments"))
                .anyMatch(it -> it.contains("unknown environment 'staging'") && it.contains("did you mean 'stagign'?"));
        assertThat(local.getAllServeEvents())
                .isNotEmpty()
                .allMatch(event -> event.getRequest().getUrl().equals("/right"));
    }

    @Test
    void a_suite_that_has_its_target_only_there_is_told_to_choose() throws IOException {
        List<String> problems = Contracts.problems(Contracts.engine()
                .selectors(selectFile(suite("orders", "environments: {staging: {target: http://localhost}, lab: {}}\n")
                        .toString())));

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("or choose an environment with naysayer.env: lab, staging");
    }

    private static EngineTestKit.Builder run() {
        return Contracts.engine().selectors(selectClass(Started.class));
    }

    private Path suite(String name, String more) throws IOException {
        return Files.writeString(folder.resolve(name + ".auth.yaml"), """
                suite: %s API
                credentials:
                  bearer:
                    mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${NAYSAYER_TEST_KEY}"}
                operations: [GET /%s]
                scenarios: [no-token]
                """.formatted(name, name) + more);
    }
}
