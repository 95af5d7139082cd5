package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import com.sun.net.httpserver.HttpServer;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.ReportEntries;
import io.restassured.filter.Filter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Requests go out several at once, and nothing that is told depends on it. */
class ParallelRunTest {

    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final String SCENARIOS =
            "unknown-token, no-token, empty-header, wrong-scheme, bare-token, scheme-lower-case, token-in-cookie, none-after-valid";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void forget_the_api() {
        LatentTarget.url = "";
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void as_many_requests_as_the_setting_says_are_under_way_at_once(int parallelism) throws IOException {
        // Long enough for a busy machine to begin so many meanwhile.
        try (LatentApi api = LatentApi.start(Duration.ofMillis(12L * parallelism))) {
            run(api, suite(8, ""), Map.of(Setting.PARALLELISM.parameter(), String.valueOf(parallelism)));

            assertThat(api.mostAtOnce()).isBetween((parallelism + 1) / 2, parallelism);
        }
    }

    @Test
    void at_most_sixteen_are_where_nothing_is_said() throws IOException {
        try (LatentApi api = LatentApi.start(Duration.ofMillis(200))) {
            run(api, suite(12, ""), Map.of());

            assertThat(api.mostAtOnce()).isBetween(8, 16);
        }
    }

    @Test
    void of_an_operation_the_control_goes_first_then_what_nobody_gets_and_the_control_again_last() throws IOException {
        try (LatentApi api = LatentApi.start(LATENCY)) {
            run(api, suite(12, ""), Map.of());

            Map<String, List<LatentApi.Asked>> byOperation =
                    api.asked().stream().collect(Collectors.groupingBy(LatentApi.Asked::operation));
            assertThat(byOperation).hasSize(12);
            assertThat(byOperation.values()).allSatisfy(asked -> {
                assertThat(asked.get(0).isGood()).isTrue();
                assertThat(asked.get(1).shown()).isEqualTo("null");
                assertThat(asked.get(asked.size() - 1).isGood()).isTrue();
            });
        }
    }

    @Test
    void what_changes_data_is_sent_in_its_order_and_nothing_beside_it() throws IOException {
        String operations = "  - POST /things: {mutates: true, body: {}}\n  - GET /logout";
        try (LatentApi api = LatentApi.start(LATENCY)) {
            run(api, suite(8, operations), Map.of());

            assertThat(api.asked())
                    .filteredOn(it -> it.operation().matches("POST /things|GET /logout"))
                    .hasSizeGreaterThan(15)
                    .allMatch(it -> it.atOnce() == 1);
            assertThat(api.mostAtOnce()).isGreaterThan(4);
        }
    }

    @Test
    void outcomes_and_their_order_are_the_same_serial_and_parallel_and_twice() throws IOException {
        String mixed = "  - POST /things: {mutates: true, body: {}}";
        String suite = suite(10, mixed) + "probes: [again, head]\n";
        try (LatentApi api = LatentApi.start(Duration.ofMillis(3))) {
            List<String> serial = told(run(api, suite, Map.of(Setting.PARALLELISM.parameter(), "1")));

            assertThat(serial).hasSizeGreaterThan(100);
            assertThat(told(run(api, suite, Map.of()))).isEqualTo(serial);
            assertThat(told(run(api, suite, Map.of(Setting.PARALLELISM.parameter(), "64"))))
                    .isEqualTo(serial);
        }
    }

    @Test
    void an_api_that_bears_few_requests_at_once_is_asked_more_slowly_and_every_case_is_judged() throws IOException {
        try (LatentApi api = LatentApi.start(LATENCY, asked -> asked.atOnce() > 3 ? 503 : 0)) {
            EngineExecutionResults results = run(api, suite(10, ""), Map.of());

            assertThat(kinds(results)).doesNotContain(OutcomeKind.INCONCLUSIVE);
            assertThat(notices(results))
                    .anyMatch(it -> it.endsWith("was answered by 503: waits 1 s, and asks one by one from now on"));
        }
    }

    @Test
    void an_api_that_loses_requests_beside_others_is_blamed_for_nothing() throws IOException {
        try (LatentApi api = LatentApi.start(LATENCY, asked -> asked.atOnce() > 3 ? 502 : 0)) {
            EngineExecutionResults results = run(api, suite(10, ""), Map.of());

            assertThat(kinds(results)).doesNotContain(OutcomeKind.INCONCLUSIVE);
            assertThat(notices(results))
                    .anyMatch(it -> it.startsWith("requests came in vain beside others and were sent again alone: "));
        }
    }

    @ParameterizedTest
    @CsvSource({"502, 1", "503, 1", "429, 1", "-1, 1", "502, 2", "-1, 2"})
    void a_fault_comes_to_the_same_serial_and_parallel(int fault, int lasts) throws IOException {
        List<List<String>> ends = new ArrayList<>();
        for (String parallelism : List.of("1", "16")) {
            try (LatentApi api = LatentApi.start(Duration.ofMillis(5), faults(fault, lasts))) {
                ends.add(ends(run(api, suite(3, ""), Map.of(Setting.PARALLELISM.parameter(), parallelism))));
            }
        }

        String end = lasts == 1 ? "CONFORMING, 1 before" : "INCONCLUSIVE, 1 before";
        assertThat(ends.get(0))
                .hasSize(30)
                .contains(
                        "GET /things/1 › control " + end,
                        "GET /things/2 › unknown-token " + end,
                        "GET /things/0 › unknown-token CONFORMING, 0 before");
        assertThat(ends.get(1)).containsExactlyElementsOf(ends.get(0));
    }

    @Test
    void without_further_tries_each_request_is_sent_once_and_nothing_beside_it() throws IOException {
        try (LatentApi api = LatentApi.start(Duration.ofMillis(5), faults(502, 1))) {
            EngineExecutionResults results = run(api, suite(5, ""), Map.of(Setting.RETRIES.parameter(), "0"));

            assertThat(api.mostAtOnce()).isEqualTo(1);
            assertThat(ends(results))
                    .contains(
                            "GET /things/1 › control INCONCLUSIVE, 0 before",
                            "GET /things/2 › unknown-token INCONCLUSIVE, 0 before");
        }
    }

    /** So many of the first requests of two kinds end in a fault. */
    private static ToIntFunction<LatentApi.Asked> faults(int fault, int lasts) {
        Map<String, AtomicInteger> left = Map.of(
                "GET /things/1 Bearer " + LatentApi.TOKEN,
                new AtomicInteger(lasts),
                "GET /things/2 unknown",
                new AtomicInteger(lasts));
        return asked -> {
            boolean unknown = asked.shown().startsWith("Bearer ") && !asked.isGood();
            String key = asked.operation() + " " + (unknown ? "unknown" : asked.shown());
            return left.getOrDefault(key, new AtomicInteger()).getAndDecrement() > 0 ? fault : 0;
        };
    }

    private static List<String> ends(EngineExecutionResults results) {
        return Published.outcomes(results).stream()
                .map(it -> "%s › %s %s, %d before"
                        .formatted(
                                it.operation(),
                                it.scenario(),
                                it.kind(),
                                it.earlier().size()))
                .toList();
    }

    @Test
    void workers_that_want_the_same_token_ask_for_it_once() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/token", exchange -> {
            requests.incrementAndGet();
            byte[] token = "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                    .formatted(LatentApi.TOKEN)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, token.length);
            exchange.getResponseBody().write(token);
            exchange.close();
        });
        issuer.start();
        String source =
                "client-credentials: {token-endpoint: 'http://127.0.0.1:%d/token', client-id: naysayer, client-secret: '${NAYSAYER_PARALLEL_TOKEN}'}"
                        .formatted(issuer.getAddress().getPort());
        try (LatentApi api = LatentApi.start(LATENCY)) {
            String suite = suite(20, "").replace("token: {good: \"${NAYSAYER_PARALLEL_TOKEN}\"}", source);

            assertThat(kinds(run(api, suite, Map.of())))
                    .hasSizeGreaterThan(100)
                    .doesNotContain(OutcomeKind.INCONCLUSIVE);
            assertThat(requests).hasValue(1);
        } finally {
            issuer.stop(0);
        }
    }

    @Test
    void one_selected_case_sends_its_control_and_itself() throws IOException {
        try (LatentApi api = LatentApi.start(LATENCY)) {
            EngineExecutionResults results = kit(api, suite(5, ""), Map.of(), "GET /things/3 › unknown-token");

            assertThat(Published.outcomes(results)).hasSize(1);
            assertThat(api.asked())
                    .extracting(LatentApi.Asked::operation)
                    .containsExactly("GET /things/3", "GET /things/3");
        }
    }

    /** JUnit's own switches are about other engines. */
    @Test
    void tests_stay_on_one_thread_whatever_jupiter_is_told() throws IOException {
        try (LatentApi api = LatentApi.start(LATENCY)) {
            EngineExecutionResults results = run(
                    api,
                    suite(5, ""),
                    Map.of(
                            "junit.jupiter.execution.parallel.enabled", "true",
                            "junit.jupiter.execution.parallel.mode.default", "concurrent"));

            List<String> events = results.testEvents().stream()
                    .map(event -> event.getTestDescriptor().getUniqueId().toString())
                    .toList();
            for (int i = 0; i + 1 < events.size(); i++) {
                boolean same = events.get(i).equals(events.get(i + 1));
                assertThat(same || i == 0 || events.get(i).equals(events.get(i - 1)))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void filters_are_called_by_several_threads_only_where_they_may(boolean concurrent) throws IOException {
        try (LatentApi api = LatentApi.start(LATENCY)) {
            LatentTarget.url = api.url();
            Filtering.concurrent = concurrent;
            Filtering.MOST.set(0);
            EngineExecutionResults results = Contracts.engine()
                    .selectors(selectClass(Filtering.class))
                    .configurationParameters(Map.of())
                    .execute();

            assertThat(kinds(results)).hasSizeGreaterThan(20).doesNotContain(OutcomeKind.INCONCLUSIVE);
            assertThat(Filtering.MOST.get() > 1).isEqualTo(concurrent);
        }
    }

    @AuthContract("parallel/things.auth.yaml")
    static final class Filtering extends LatentTarget {

        static volatile boolean concurrent;
        static final AtomicInteger MOST = new AtomicInteger();
        private final AtomicInteger inside = new AtomicInteger();

        @Override
        public List<Filter> filters() {
            return List.of((request, response, context) -> {
                MOST.accumulateAndGet(inside.incrementAndGet(), Math::max);
                try {
                    return context.next(request, response);
                } finally {
                    inside.decrementAndGet();
                }
            });
        }

        @Override
        public boolean concurrentFilters() {
            return concurrent;
        }
    }

    private static String suite(int operations, String more) {
        String all = IntStream.range(0, operations)
                .mapToObj("  - GET /things/%d"::formatted)
                .collect(Collectors.joining("\n"));
        return """
                suite: Things API
                credentials:
                  bearer:
                    token: {good: "${NAYSAYER_PARALLEL_TOKEN}"}
                operations:
                %s
                scenarios: [%s]
                """.formatted(all + "\n" + more, SCENARIOS);
    }

    private EngineExecutionResults run(LatentApi api, String suite, Map<String, String> settings) throws IOException {
        return kit(api, suite, settings, null);
    }

    private EngineExecutionResults kit(LatentApi api, String suite, Map<String, String> settings, @Nullable String only)
            throws IOException {
        Path file = Files.writeString(folder.resolve("things.auth.yaml"), suite);
        DiscoverySelector selected = only == null
                ? selectFile(file.toString())
                : selectUniqueId("[engine:auth-contract]/[file:%s]/[case:%s]"
                        .formatted(file.toString().replace("/", "%2F"), only.replace("/", "%2F")));
        System.setProperty("NAYSAYER_PARALLEL_TOKEN", LatentApi.TOKEN);
        try {
            EngineTestKit.Builder kit = Contracts.engine()
                    .selectors(selected)
                    .configurationParameter(Setting.TARGET.parameter(), api.url())
                    .configurationParameters(settings);
            return kit.execute();
        } finally {
            System.clearProperty("NAYSAYER_PARALLEL_TOKEN");
        }
    }

    private static List<OutcomeKind> kinds(EngineExecutionResults results) {
        return Published.outcomes(results).stream().map(CaseOutcome::kind).toList();
    }

    /** All that is told, but for what differs from one answer to the next anyway. */
    private static List<String> told(EngineExecutionResults results) {
        List<String> told = new ArrayList<>();
        for (CaseOutcome outcome : Published.outcomes(results)) {
            told.add(outcome.toString());
        }
        for (ComparisonOutcome outcome : Published.comparisons(results)) {
            told.add(outcome.toString());
        }
        return told.stream().map(ParallelRunTest::withoutChance).toList();
    }

    private static String withoutChance(String line) {
        return line.replaceAll("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT", "")
                .replaceAll("run [0-9a-f]{8}", "run")
                .replaceAll("took=\\d+", "took");
    }

    private static List<String> notices(EngineExecutionResults results) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(pairs -> pairs.containsKey(ReportEntries.NOTICE_KEY))
                .map(pairs -> String.valueOf(pairs.get(ReportEntries.NOTICE_KEY)))
                .toList();
    }
}
