package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.ReportEntries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A run asks no more than is wanted, and tells once why it asked no more. */
@ExtendWith(SuiteKey.class)
class CourteousRunTest {

    @RegisterExtension
    private final HeaderApi api = new HeaderApi();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_limit_that_says_when_it_ends_is_waited_for_and_every_case_is_judged() throws IOException {
        api.server()
                .stubFor(any(anyUrl())
                        .inScenario("limit")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(status(429).withHeader("Retry-After", "0"))
                        .willSetStateTo("over"));

        EngineExecutionResults results = run(api.server().baseUrl(), HeaderApi.suite(3, "", "no-token"));

        assertThat(outcomes(results)).hasSize(9).extracting(CaseOutcome::kind).doesNotContain(OutcomeKind.INCONCLUSIVE);
        assertThat(api.server().getAllServeEvents()).hasSize(10);
        assertThat(entries(results, ReportEntries.NOTICE_KEY))
                .containsExactly(
                        "GET /orders/0 › control was answered by 429: waits 1 s, as its Retry-After asks, and sends it once more");
    }

    @Test
    void a_limit_that_stays_ends_the_suite_and_one_case_tells_why() throws IOException {
        api.server().stubFor(any(anyUrl()).willReturn(status(429).withHeader("Retry-After", "7200")));

        EngineExecutionResults results =
                run(api.server().baseUrl(), HeaderApi.suite(100, "", "no-token, wrong-scheme"));

        assertThat(api.server().getAllServeEvents()).hasSize(1);
        toldOnce(
                results,
                400,
                "429: the API wants fewer requests; wait, or ask its team for a limit that tests can live with; its Retry-After asks to wait for 7200 s, longer than the 120 s of naysayer.longest-wait: nothing more of this suite is sent; raise that, or set naysayer.rate-limit to what the API allows",
                "not sent: the API wants fewer requests, see GET /orders/0 › control");
    }

    /** Today's 2,000 cases × 10 s in small: the same count of time-outs, of 1 s each. */
    @ParameterizedTest
    @ValueSource(strings = {"", "control: off"})
    void a_host_that_never_answers_costs_four_time_outs(String control) throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            long begun = System.nanoTime();

            EngineExecutionResults results = run(
                    "http://127.0.0.1:" + mute.getLocalPort(),
                    HeaderApi.suite(200, control, "no-token, malformed-token"));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            List<CaseOutcome> sent = outcomes(results).stream()
                    .filter(outcome -> outcome.transcript() != null)
                    .toList();
            assertThat(sent)
                    .hasSize(2)
                    .allMatch(outcome -> outcome.kind() == OutcomeKind.INCONCLUSIVE)
                    .allMatch(outcome -> String.valueOf(outcome.reason()).startsWith("no answer within 1 s from "));
            assertThat(sent.get(1).reason())
                    .endsWith(
                            "without a credential has none either, so the host is down: nothing more of this suite is sent; start it, or correct the base URL");
            assertThat(outcomes(results))
                    .filteredOn(outcome -> String.valueOf(outcome.reason())
                            .startsWith("not sent: the host does not answer, see "
                                    + sent.get(1).operation()))
                    .hasSizeGreaterThan(390);
        }
    }

    @Test
    void probes_of_a_host_that_is_gone_are_not_sent_either() throws IOException {
        String suite = HeaderApi.suite(50, "", "no-token") + "probes: [again]\n";
        api.server().addMockServiceRequestListener((request, response) -> {
            // The last of the cases: 50 × control, no-token, control-after.
            if (api.server().getAllServeEvents().size() == 149) {
                api.server().stubFor(any(anyUrl()).willReturn(status(503)));
            }
        });

        // The API counts requests, and falls silent at one that has to be the last.
        EngineExecutionResults results = kit(api.server().baseUrl(), suite)
                .configurationParameter(Setting.PARALLELISM.parameter(), "1")
                .execute();

        assertThat(outcomes(results))
                .hasSize(150)
                .extracting(CaseOutcome::kind)
                .doesNotContain(OutcomeKind.INCONCLUSIVE);
        // Two tries of the first, one of the second, and one for something plain.
        assertThat(api.server().getAllServeEvents()).hasSize(154);
        assertThat(results.testEvents().failed().count()).isOne();
    }

    @Test
    void one_condition_that_hangs_a_server_takes_no_other_with_it() throws IOException {
        api.server()
                .stubFor(any(anyUrl())
                        .withHeader(
                                "Authorization", com.github.tomakehurst.wiremock.client.WireMock.containing("Unknown"))
                        .willReturn(ok().withFixedDelay(5_000)));

        EngineExecutionResults results = run(api.server().baseUrl(), HeaderApi.suite(4, "", "wrong-scheme, no-token"));

        assertThat(outcomes(results))
                .filteredOn(outcome -> outcome.kind() == OutcomeKind.INCONCLUSIVE)
                .hasSize(4)
                .allMatch(outcome -> outcome.scenario().equals("wrong-scheme"));
    }

    private static void toldOnce(EngineExecutionResults results, int cases, String whole, String brief) {
        List<CaseOutcome> outcomes = outcomes(results);
        assertThat(outcomes).hasSize(cases).allMatch(outcome -> outcome.kind() == OutcomeKind.INCONCLUSIVE);
        assertThat(outcomes.get(0).reason()).isEqualTo(whole);
        assertThat(outcomes.subList(1, cases)).extracting(CaseOutcome::reason).containsOnly(brief);
        assertThat(entries(results, ReportEntries.NOTICE_KEY)).hasSize(1);
    }

    private EngineExecutionResults run(String url, String suite) throws IOException {
        return kit(url, suite)
                .configurationParameter(Setting.RESPONSE_TIMEOUT.parameter(), "1")
                .execute();
    }

    private EngineTestKit.Builder kit(String url, String suite) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.auth.yaml"), suite);
        return Contracts.engine()
                .selectors(selectFile(file.toString()))
                .configurationParameter(Setting.TARGET.parameter(), url);
    }

    private static List<CaseOutcome> outcomes(EngineExecutionResults results) {
        return Published.outcomes(results);
    }

    private static List<String> entries(EngineExecutionResults results, String key) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(pairs -> pairs.containsKey(key))
                .map(pairs -> String.valueOf(pairs.get(key)))
                .toList();
    }
}
