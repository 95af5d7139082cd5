package dev.naysayer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as {@code mvn test} has it, against an API that is right or wrong. */
class RunCommandTest {

    private static final String SECRET = "nexo-vindra-7720";

    @TempDir
    private Path folder;

    private int runs;
    private Path report;

    private final WireMockServer api = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void start() throws IOException {
        api.start();
        System.setProperty("CLI_TOKEN", SECRET);
        Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                credentials: {bearer: {token: {good: "${CLI_TOKEN}"}}}
                operations: [GET /orders, GET /items]
                scenarios: [no-token, wrong-scheme]
                """);
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer " + SECRET))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"orders\": [1]}")));
        refuse("Bearer realm=\"orders\"");
    }

    @AfterEach
    void stop() {
        api.stop();
        System.clearProperty("CLI_TOKEN");
    }

    /** What the answer to everything else is. */
    private void refuse(String challenge) {
        api.stubFor(any(anyUrl())
                .atPriority(9)
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("Content-Type", "application/problem+json")
                        .withHeader("Cache-Control", "no-store")
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .withHeader("WWW-Authenticate", challenge)
                        .withBody("{\"type\": \"about:blank\", \"title\": \"Unauthorized\", \"status\": 401}")));
    }

    /** Each into a folder of its own: what one process runs is one run, and one report. */
    private Called run(String... further) {
        report = folder.resolve("report-" + ++runs);
        String[] arguments = new String[further.length + 4];
        arguments[0] = "run";
        arguments[1] = folder.toString();
        arguments[2] = "--target=" + api.baseUrl();
        arguments[3] = "--report=" + report;
        System.arraycopy(further, 0, arguments, 4, further.length);
        return Called.with(arguments);
    }

    @Test
    void what_is_right_is_green() {
        Called run = run();

        assertThat(run.all()).doesNotContain("RED", SECRET);
        assertThat(run.code()).as(run.all()).isZero();
        assertThat(run.out()).contains("Orders API: 8 cases: 8 conforming", "Report: " + report);
        assertThat(report.resolve("index.html")).exists();
    }

    @Test
    void what_is_wrong_is_red_and_says_why() {
        refuse("Bearer realm=\"orders\", error=\"invalid_token");

        Called run = run();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("RED  Orders API › GET /orders › no-token broke", "Gate fail-on must: BROKEN");
        assertThat(run.all()).doesNotContain(SECRET);
        assertThat(report.resolve("report.json")).isNotEmptyFile();
    }

    @Test
    void what_it_is_told_of_gates_holds() {
        refuse("Bearer realm=\"orders\", error=\"invalid_token");

        assertThat(run("--fail-on=never").code()).isZero();
        assertThat(run("--min-cases=99").out()).contains("min-cases 99");
        assertThat(run("--fail-on=nothing").code()).isEqualTo(2);
    }

    @Test
    void of_many_red_tests_the_first_are_told_whole() throws IOException {
        refuse("Bearer realm=\"orders\", error=\"invalid_token");
        StringBuilder operations = new StringBuilder();
        for (int number = 0; number < 12; number++) {
            operations.append("  - GET /orders/").append(number).append('\n');
        }
        Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                credentials: {bearer: {token: {good: "${CLI_TOKEN}"}}}
                operations:
                %sscenarios: [no-token]
                """.formatted(operations));

        Called run = run();

        assertThat(run.out().split("RED  ", -1)).hasSize(11);
        assertThat(run.out()).contains("2 more tests are red, which the report tells");
    }

    @Test
    void why_a_control_failed_is_told_once_and_the_report_keeps_it_at_each_case() throws IOException {
        System.setProperty("CLI_TOKEN", "another-token-that-nobody-knows");

        Called run = run();

        assertThat(run.out().split("the good credential did not get through", -1))
                .hasSize(3);
        assertThat(run.out())
                .contains(
                        "RED  Orders API › GET /orders › control is inconclusive: the good credential did not get through")
                .contains(
                        "RED  Orders API › GET /orders › no-token is inconclusive: the control failed, see above",
                        "RED  Orders API › GET /items › wrong-scheme is inconclusive: the control failed, see above");
        assertThat(Files.readString(report.resolve("report.json")).split("the control failed: the good credential", -1))
                .hasSizeGreaterThan(4);
    }

    @Test
    void of_a_case_alone_it_is_told_why_its_control_failed() {
        System.setProperty("CLI_TOKEN", "another-token-that-nobody-knows");

        assertThat(run("--tag=no-token").out())
                .contains("no-token is inconclusive: the control failed: the good credential did not get through");
    }

    @Test
    void a_tag_chooses_and_one_that_chooses_nothing_is_no_green() {
        assertThat(run("--tag=wrong-scheme").out()).contains("Orders API: 2 cases");
        assertThat(run("--without-tag=wrong-scheme", "--without-tag=comparison").out())
                .contains("Orders API: 6 cases");

        Called none = run("--tag=expired-token");

        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("no case is left");
    }

    @Test
    void a_suite_with_a_problem_is_told_beside_others_that_run() throws IOException {
        Files.writeString(folder.resolve("bad.auth.yaml"), "suite: Bad\n");

        Called run = run();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("bad.auth.yaml cannot be run, and nothing was sent", "the key 'credentials' is missing");
        assertThat(run.out()).contains("Orders API: 8 cases: 8 conforming");
    }

    @Test
    void a_host_that_is_not_there_is_never_green() {
        String url = api.baseUrl();
        api.stop();

        Called run = Called.with(
                "run", folder.toString(), "--target=" + url, "--report=" + folder.resolve("report"), "--set=retries=0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("is inconclusive");
    }

    @Test
    void a_setting_is_said_by_its_name_and_a_misspelt_one_is_told() {
        assertThat(run("--set=parallelism=1").code()).isZero();

        Called misspelt = run("--set", "paralelism=1");

        assertThat(misspelt.code()).isEqualTo(2);
        assertThat(misspelt.err()).contains("naysayer.paralelism");
    }

    @Test
    void the_record_can_be_judged_again_by_the_same_program() {
        run();

        Called gate = Called.with("report", "gate", report.toString(), "--min-cases=99");

        assertThat(gate.code()).isEqualTo(1);
        assertThat(gate.out()).contains("min-cases 99");
    }
}
