package dev.naysayer.reports.collect;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.reports.ListeningConsole;
import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.RecordedWaiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;

/** What waivers are worth where several runs, or several shards of one, are put together. */
class MergedWaiversTest {

    private static final int GREEN = 0;
    private static final int RED = 1;

    private static final String TOKEN = "the-only-good-token-of-these-tests";

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    private final ListeningConsole console = new ListeningConsole();

    @TempDir
    private Path folder;

    @BeforeEach
    void start_an_api_that_is_right() {
        System.setProperty("MERGED_WAIVERS_TOKEN", TOKEN);
        System.setProperty("MERGED_WAIVERS_KEY", "the-only-good-key-of-these-tests");
        api.start();
        mend();
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
        System.clearProperty("MERGED_WAIVERS_TOKEN");
        System.clearProperty("MERGED_WAIVERS_KEY");
    }

    @Test
    void a_waiver_that_one_shard_needs_is_in_use_and_what_is_of_no_use_in_any_is_told_once() throws IOException {
        breaks(3);
        breaks(5);
        suite(waiver(3, "2999-12-31"), waiver(4, "2999-12-31"), waiver(5, "2020-12-31"));
        for (int shard = 1; shard <= 3; shard++) {
            run("shards/" + shard, "naysayer.shard=" + shard + "/3");
        }

        assertThat(merge("shards")).isEqualTo(RED);

        assertThat(states())
                .containsExactly("GET /things/3 IN_USE 1", "GET /things/4 UNMATCHED 0", "GET /things/5 EXPIRED 1");
        assertThat(console.told())
                .containsOnlyOnce("Things API › waivers: 1 expired, 1 unmatched")
                .containsOnlyOnce("things.auth.yaml:9: nothing that it waives is broken")
                .containsOnlyOnce(
                        "things.auth.yaml:10: its last day was 2020-12-31, so what it waived fails again: 1 finding")
                .contains("next    delete line 9 of things.auth.yaml");
    }

    @Test
    void waivers_that_stand_in_one_line_are_all_told() throws IOException {
        suite("[" + flow(3, "2999-12-31") + ", " + flow(4, "2999-12-31") + "]");

        run("one");

        assertThat(states("one")).containsExactly("GET /things/3 UNMATCHED 0", "GET /things/4 UNMATCHED 0");
    }

    @Test
    void where_what_it_let_pass_is_right_when_it_is_run_again_nobody_knows_whether_it_is_needed() throws IOException {
        breaks(3);
        suite(waiver(3, "2999-12-31"));
        run("runs/1");
        mend();
        run("runs/2", "no-token");

        assertThat(merge("runs")).as(console.told()).isEqualTo(GREEN);

        assertThat(states()).containsExactly("GET /things/3 UNJUDGED 0");
        assertThat(waivers("merged").get(0).reason())
                .isEqualTo(
                        "what it names was run again in part: all of the suite together tells whether it is needed still");
    }

    /** Each half is green or red by itself; the cases that count say which. */
    @Test
    void where_the_waivers_alone_are_run_again_what_counts_says_whether_one_is_needed() throws IOException {
        breaks(3);
        suite(waiver(3, "2999-12-31"));
        run("runs/1", "no-token");
        mend();
        run("runs/2", "waivers");
        assertThat(states("runs/2")).containsExactly("GET /things/3 UNMATCHED 0");

        assertThat(merge("runs")).as(console.told()).isEqualTo(GREEN);

        assertThat(states()).containsExactly("GET /things/3 IN_USE 1");
    }

    @Test
    void a_run_without_cases_has_a_part_of_its_suite_only_and_so_have_several_together() throws IOException {
        breaks(3);
        suite(waiver(3, "2999-12-31"));
        run("runs/1", "waivers");
        run("runs/2", "comparison");

        merge("runs");

        assertThat(parts("runs/1")).containsExactly("Things API");
        assertThat(parts("runs/2")).containsExactly("Things API");
        assertThat(parts("merged")).containsExactly("Things API");
    }

    /** Where an operation asks for several credentials, a case says which of them is varied: {@code token: no-token}. */
    @Test
    void a_waiver_that_names_a_condition_alone_is_of_each_credential_that_is_varied() throws IOException {
        breaks(3);
        api.stubFor(any(urlEqualTo("/things/3"))
                .withHeader("X-Gateway-Key", absent())
                .willReturn(refusal()));
        suiteOfTwoCredentials(
                "{rule: challenge-follows-401, scenario: no-token, owner: team-things, reason: Later., until: 2999-12-31}");
        run("runs/1", "no-token");
        mend();
        run("runs/2", "waivers");
        assertThat(states("runs/2")).containsExactly("null UNMATCHED 0");

        assertThat(merge("runs")).as(console.told()).isEqualTo(GREEN);

        assertThat(states()).containsExactly("null IN_USE 2");
    }

    @Test
    void where_all_is_run_again_the_last_run_counts_and_what_it_does_not_need_is_red_once() throws IOException {
        breaks(3);
        suite(waiver(3, "2999-12-31"));
        run("runs/1");
        mend();
        run("runs/2");

        assertThat(merge("runs")).isEqualTo(RED);

        assertThat(states()).containsExactly("GET /things/3 UNMATCHED 0");
        assertThat(console.told()).containsOnlyOnce("Things API › waivers: 1 unmatched");
    }

    /** The second run leaves its report and no journal. */
    @Test
    void one_whose_end_is_near_is_told_once_and_one_that_has_expired_is_red_once() throws IOException {
        breaks(3);
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        suite(waiver(3, tomorrow), waiver(4, "2020-12-31"));
        run("runs/1");
        run("runs/2");
        try (Stream<Path> journals = Files.list(folder.resolve("runs/2/journal"))) {
            for (Path journal : journals.toList()) {
                Files.delete(journal);
            }
        }

        assertThat(merge("runs")).isEqualTo(RED);

        assertThat(states()).containsExactly("GET /things/3 IN_USE 1", "GET /things/4 EXPIRED 0");
        assertThat(console.told())
                .containsOnlyOnce(
                        "Things API: waivers of team-things end soon: challenge-follows-401 › GET /things/3 on "
                                + tomorrow)
                .containsOnlyOnce("Things API › waivers: 1 expired");
    }

    private void breaks(int thing) {
        api.stubFor(any(urlEqualTo("/things/" + thing)).willReturn(refusal()));
        letIn();
    }

    private void mend() {
        api.resetAll();
        api.stubFor(any(anyUrl()).willReturn(refusal().withHeader("WWW-Authenticate", "Bearer realm=\"things\"")));
        letIn();
    }

    private void letIn() {
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(okJson("[]")));
    }

    private static ResponseDefinitionBuilder refusal() {
        return status(401).withHeader("Cache-Control", "no-store").withHeader("X-Content-Type-Options", "nosniff");
    }

    private static String waiver(int thing, String until) {
        return "\n  - " + flow(thing, until);
    }

    private static String flow(int thing, String until) {
        return "{rule: challenge-follows-401, operation: GET /things/%d, owner: team-things, reason: Later., until: %s}"
                .formatted(thing, until);
    }

    private void suite(String... waivers) throws IOException {
        Files.writeString(folder.resolve("things.auth.yaml"), """
                suite: Things API
                credentials:
                  bearer:
                    token: {good: "${MERGED_WAIVERS_TOKEN}"}
                operations: [%s]
                scenarios: [no-token]
                waivers: %s
                """.formatted(
                        IntStream.rangeClosed(1, 9)
                                .mapToObj("GET /things/%d"::formatted)
                                .collect(Collectors.joining(", ")),
                        String.join("", waivers)));
    }

    private void suiteOfTwoCredentials(String waiver) throws IOException {
        Files.writeString(folder.resolve("things.auth.yaml"), """
                suite: Things API
                credentials:
                  token:
                    scheme: bearer
                    token: {good: "${MERGED_WAIVERS_TOKEN}"}
                  gateway-key:
                    scheme: api-key
                    header: X-Gateway-Key
                    token: {good: "${MERGED_WAIVERS_KEY}"}
                requires: [[token, gateway-key]]
                operations: [GET /things/3]
                scenarios: [no-token]
                waivers: [%s]
                """.formatted(waiver));
    }

    /** @param settings and tags, of which one has to fit */
    private void run(String reports, String... settings) {
        List<PostDiscoveryFilter> filters = Arrays.stream(settings)
                .filter(it -> !it.contains("="))
                .map(TagFilter::includeTags)
                .toList();
        Map<String, String> parameters = Arrays.stream(settings)
                .filter(it -> it.contains("="))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
        LaunchedSuite.run(
                folder.resolve("things.auth.yaml"),
                api.baseUrl(),
                folder.resolve(reports),
                filters,
                parameters,
                new ListeningConsole());
    }

    private int merge(String runs) {
        console.clear();
        return console.run(
                "merge",
                folder.resolve("merged").toString(),
                folder.resolve(runs).toString());
    }

    private List<String> states() throws IOException {
        return states("merged");
    }

    private List<String> states(String report) throws IOException {
        return waivers(report).stream()
                .map(it -> "%s %s %d".formatted(it.operation(), it.state(), it.findings()))
                .toList();
    }

    private List<String> parts(String report) throws IOException {
        try (ReportReader reader = ReportReader.open(folder.resolve(report))) {
            return reader.document().run().parts();
        }
    }

    private List<WaiverOutcome> waivers(String report) throws IOException {
        try (ReportReader reader = ReportReader.open(folder.resolve(report))) {
            return reader.document().waivers().stream()
                    .map(RecordedWaiver::outcome)
                    .toList();
        }
    }
}
