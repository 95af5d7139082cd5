package dev.naysayer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is broken today becomes a list to argue about, and nothing is waived by the way. */
class RecordCommandTest {

    private static final String SECRET = "nexo-vindra-7720";

    @TempDir
    private Path folder;

    private int runs;
    private Path suite;
    private Path waivers;

    private static final WireMockServer API = new WireMockServer(options().dynamicPort());

    @BeforeAll
    static void start() {
        API.start();
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    /** At /orders no challenge comes, and nowhere an advice is taken; all else is right. */
    @BeforeEach
    void lay_out() throws IOException {
        API.resetAll();
        System.setProperty("CLI_TOKEN", SECRET);
        suite = Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                credentials: {bearer: {token: {good: "${CLI_TOKEN}"}}}
                operations: [GET /orders, GET /items]
                scenarios: [no-token, wrong-scheme]
                """);
        waivers = folder.resolve("orders.waivers.yaml");
        API.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer " + SECRET))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"orders\": [1]}")));
        API.stubFor(any(anyUrl()).atPriority(9).willReturn(refusal()));
        API.stubFor(any(urlPathEqualTo("/items"))
                .atPriority(8)
                .willReturn(refusal().withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")));
    }

    private static ResponseDefinitionBuilder refusal() {
        return aResponse()
                .withStatus(401)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("Cache-Control", "no-store")
                .withBody("{\"type\": \"about:blank\", \"title\": \"Unauthorized\", \"status\": 401}");
    }

    @AfterEach
    void clear() {
        System.clearProperty("CLI_TOKEN");
    }

    private Called call(String command, String... further) {
        return Called.with(Stream.concat(
                        Stream.of(
                                command,
                                suite.toString(),
                                "--target=" + API.baseUrl(),
                                "--report=" + folder.resolve("report-" + ++runs)),
                        Stream.of(further))
                .toArray(String[]::new));
    }

    private void nameThem() throws IOException {
        Files.writeString(suite, Files.readString(suite) + "waivers: [orders.waivers.yaml]\n");
    }

    @Test
    void what_is_broken_is_folded_by_what_its_cases_share() throws IOException {
        Called record = call("record", "--owner=team-orders", "--until=2999-03-31");

        assertThat(record.code()).as(record.all()).isZero();
        assertThat(record.out())
                .contains(
                        "challenge-follows-401: 2 cases, 1 to argue, the move of",
                        "wrote " + waivers,
                        "  waivers: [orders.waivers.yaml]")
                .doesNotContain("RED");
        assertThat(Files.readString(waivers)).contains("""
                  - suites: ["Orders API"]
                    rule: challenge-follows-401
                    operation: "GET /orders"
                    owner: "team-orders"
                    reason:
                    until: 2999-03-31
                """).doesNotContain(SECRET);
    }

    @Test
    void nothing_is_waived_before_somebody_says_why() throws IOException {
        call("record", "--owner=team-orders", "--until=2999-03-31");
        nameThem();

        Called unargued = Called.with("check", suite.toString(), "--target=" + API.baseUrl());
        Called unsent = call("run");

        assertThat(unargued.code()).isEqualTo(1);
        assertThat(unargued.err()).contains("orders.waivers.yaml:", "reason");
        assertThat(unsent.code()).isEqualTo(2);
    }

    @Test
    void what_is_argued_is_green_and_the_rest_can_be_recorded_beside_it() throws IOException {
        call("record", "--owner=team-orders", "--until=2999-03-31");
        Files.writeString(
                waivers, Files.readString(waivers).replace("    reason:\n", "    reason: The gateway of release 9.\n"));
        nameThem();

        Called run = call("run");
        Called again = call("record", "--file=" + folder.resolve("more.waivers.yaml"));

        assertThat(run.code()).as(run.all()).isZero();
        assertThat(again.out()).contains("nothing is broken that a waiver could name, so no file is written");
        assertThat(folder.resolve("more.waivers.yaml")).doesNotExist();
    }

    @Test
    void owner_and_last_day_are_left_open_where_nobody_says_them() throws IOException {
        Called record = call("record", "--warnings");

        assertThat(record.out()).contains("its reason, owner and last day");
        assertThat(Files.readString(waivers))
                .contains("    operation: \"GET /orders\"\n    owner:\n    reason:\n    until:\n")
                .contains("    rule: nosniff\n    owner:\n");
    }

    @Test
    void a_file_that_is_there_holds_somebodys_reasons() throws IOException {
        Files.writeString(waivers, "waivers: []\n");

        Called record = call("record");

        assertThat(record.code()).isEqualTo(2);
        assertThat(record.err()).contains("so nothing was sent", "--force");
        assertThat(waivers).hasContent("waivers: []");
        assertThat(API.getAllServeEvents()).isEmpty();
        assertThat(call("record", "--force").code()).isZero();
        assertThat(Files.readString(waivers)).contains("challenge-follows-401");
    }

    @Test
    void what_could_not_be_judged_is_told_and_no_waiver() {
        API.stubFor(any(urlPathEqualTo("/items"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(503)));

        Called record = call("record", "--set=retries=0");

        assertThat(record.code()).as(record.all()).isEqualTo(1);
        assertThat(record.err()).contains("cases could not be judged, or not by every rule, which nobody can waive");
        assertThat(waivers).content().doesNotContain("/items");
    }

    @Test
    void a_case_that_another_rule_could_not_decide_on_stays_red_and_that_is_told() {
        API.stubFor(any(urlPathEqualTo("/items"))
                .atPriority(8)
                .willReturn(refusal().withHeader("WWW-Authenticate", "Bearer realm=\"orders")));

        Called record = call("record");

        assertThat(record.code()).isEqualTo(1);
        assertThat(record.err()).contains("2 cases could not be judged, or not by every rule");
        assertThat(waivers).content().contains("rule: challenge-parses\n    operation: \"GET /items\"");
    }

    @Test
    void what_cannot_be_recorded_sends_nothing() throws IOException {
        assertThat(call("record", "--until=2001-01-01").err()).contains("2001-01-01 is over");
        assertThat(call("record", "--file=" + folder.resolve("waived.yaml")).err())
                .contains("ends with waivers.yaml");
        Files.copy(suite, folder.resolve("other.auth.yaml"));
        assertThat(Called.with("record", folder.toString(), "--target=" + API.baseUrl())
                        .err())
                .contains("these are 2 suites");
        Files.writeString(suite, "suite: Orders API\n");
        assertThat(call("record").err()).contains("nothing was sent: mend the suite first");
        assertThat(API.getAllServeEvents()).isEmpty();
    }
}
