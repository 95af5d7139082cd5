package dev.naysayer.engine.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.naysayer.engine.gate.FailOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Every cell of the table in {@code docs/gating.md} is how a test of a run ended. */
@ExtendWith(SuiteKey.class)
class GateTableTest {

    private static final Path PAGE = Path.of("../docs/gating.md");
    private static final String STATUS = "comparison › status-same-across-operations";
    private static final String STATUS_IS_A_MUST =
            "  status-same-across-operations: {level: MUST, because: Our gateway checks all.}\n";

    private final WireMockServer api =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @TempDir
    private Path folder;

    @BeforeEach
    void start_an_api() {
        api.start();
    }

    @AfterEach
    void stop_the_api() {
        api.stop();
    }

    /** How an operation answers whoever presents nothing. */
    private enum Answer {
        RIGHT,
        ADVICE_BROKEN,
        SHOULD_BROKEN,
        MUST_BROKEN,
        TWO_MUSTS_BROKEN,
        FORBIDDEN,
        GATEWAY;

        ResponseDefinitionBuilder response() {
            ResponseDefinitionBuilder response = new ResponseDefinitionBuilder()
                    .withStatus(this == FORBIDDEN ? 403 : this == GATEWAY ? 503 : 401)
                    .withHeader("Cache-Control", "no-store")
                    .withHeader("X-Content-Type-Options", "nosniff");
            if (this == TWO_MUSTS_BROKEN) {
                return response.withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"status\": \"four hundred and one\"");
            }
            response.withHeader("Content-Type", "text/plain").withBody("Send a token.");
            return switch (this) {
                case MUST_BROKEN, GATEWAY -> response;
                case SHOULD_BROKEN -> response.withHeader("WWW-Authenticate", "Bearer realm=\"\\orders\"");
                case ADVICE_BROKEN -> response.withHeader("WWW-Authenticate", "Bearer realm=\"a\", realm=\"b\"");
                default -> response.withHeader("WWW-Authenticate", "Bearer realm=\"orders\"");
            };
        }
    }

    /**
     * An operation of the API.
     *
     * @param before how it answered when the baseline was recorded
     * @param waived a rule that the suite waives for it, or null
     */
    private record Place(
            String path,
            Answer before,
            Answer now,
            @Nullable String waived) {

        Place(String path, Answer before, Answer now) {
            this(path, before, now, null);
        }

        String noToken() {
            return "GET %s › no-token".formatted(path);
        }
    }

    private static final Place CONFORMING = new Place("/conforming", Answer.RIGHT, Answer.RIGHT);
    private static final Place ADVICE = new Place("/advice", Answer.RIGHT, Answer.ADVICE_BROKEN);
    private static final Place SHOULD = new Place("/should", Answer.RIGHT, Answer.SHOULD_BROKEN);
    private static final Place SHOULD_KNOWN = new Place("/should-known", Answer.SHOULD_BROKEN, Answer.SHOULD_BROKEN);
    private static final Place MUST = new Place("/must", Answer.RIGHT, Answer.MUST_BROKEN);
    private static final Place MUST_KNOWN = new Place("/must-known", Answer.MUST_BROKEN, Answer.MUST_BROKEN);
    private static final Place ONE_MORE = new Place("/one-more", Answer.MUST_BROKEN, Answer.TWO_MUSTS_BROKEN);
    private static final Place MUST_WAIVED =
            new Place("/must-waived", Answer.RIGHT, Answer.MUST_BROKEN, "challenge-follows-401");
    private static final Place SHOULD_WAIVED =
            new Place("/should-waived", Answer.RIGHT, Answer.SHOULD_BROKEN, "no-needless-quoted-pair");
    private static final Place ONE_MORE_WAIVED =
            new Place("/one-more-waived", Answer.RIGHT, Answer.TWO_MUSTS_BROKEN, "challenge-follows-401");
    private static final Place LOST = new Place("/lost", Answer.RIGHT, Answer.GATEWAY);
    private static final Place LOST_BEFORE = new Place("/lost-before", Answer.GATEWAY, Answer.GATEWAY);
    private static final Place UNEVEN = new Place("/uneven", Answer.RIGHT, Answer.FORBIDDEN);
    private static final Place UNEVEN_BEFORE = new Place("/uneven-before", Answer.FORBIDDEN, Answer.FORBIDDEN);

    /**
     * A run that several rows are looked up in.
     *
     * @param levels lines below {@code rules}
     * @param settings besides
     */
    private record Run(
            List<Place> places, String scenarios, String levels, String probes, Map<Setting, String> settings) {

        static Run of(Place... places) {
            return new Run(List.of(places), "no-token", "", "", Map.of());
        }

        Run under(String others) {
            return new Run(places, others, levels, probes, settings);
        }

        Run withLevel(String line) {
            return new Run(places, scenarios, line, probes, settings);
        }

        Run probing(String others) {
            return new Run(places, scenarios, levels, others, settings);
        }

        Run told(Setting setting, String value) {
            Map<Setting, String> more = new EnumMap<>(Setting.class);
            more.putAll(settings);
            more.put(setting, value);
            return new Run(places, scenarios, levels, probes, more);
        }

        String suite() {
            String waivers = places.stream()
                    .filter(it -> it.waived() != null)
                    .map(it ->
                            "  - {rule: %s, operation: GET %s, owner: team-orders, reason: It is being mended., until: 2099-12-31}\n"
                                    .formatted(it.waived(), it.path()))
                    .collect(Collectors.joining());
            return """
                suite: Orders API
                credentials:
                  bearer:
                    mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${NAYSAYER_TEST_KEY}"}
                operations: [%s]
                scenarios: [%s]
                """.formatted(
                            places.stream().map(it -> "GET " + it.path()).collect(Collectors.joining(", ")), scenarios)
                    + (levels.isEmpty() ? "" : "rules:\n" + levels)
                    + (waivers.isEmpty() ? "" : "waivers:\n" + waivers)
                    + (probes.isEmpty() ? "" : "probes: [%s]\n".formatted(probes));
        }
    }

    /** Where a row is looked up. */
    private record Seen(Run run, String test) {}

    private static final Run ALL = Run.of(
                    CONFORMING,
                    ADVICE,
                    SHOULD,
                    SHOULD_KNOWN,
                    MUST,
                    MUST_KNOWN,
                    ONE_MORE,
                    MUST_WAIVED,
                    SHOULD_WAIVED,
                    ONE_MORE_WAIVED,
                    LOST,
                    LOST_BEFORE)
            .under("no-token, revoked-token, insufficient-scope")
            .withLevel("  challenge-params-unique: {level: advice, because: Our clients take the first.}\n");

    private static final Run TOLD = Run.of(CONFORMING, LOST)
            .under("no-token, revoked-token")
            .told(Setting.MAX_INCONCLUSIVE, "9")
            .told(Setting.REQUIRE_OBTAINABLE, "true");

    private static final Map<String, Seen> ROWS = Map.ofEntries(
            Map.entry("conforming", new Seen(ALL, CONFORMING.noToken())),
            Map.entry("a MAY or an advice is broken", new Seen(ALL, ADVICE.noToken())),
            Map.entry("a SHOULD or security advice is broken", new Seen(ALL, SHOULD.noToken())),
            Map.entry("a SHOULD that the baseline has is broken", new Seen(ALL, SHOULD_KNOWN.noToken())),
            Map.entry("a MUST is broken", new Seen(ALL, MUST.noToken())),
            Map.entry("a MUST that the baseline has is broken", new Seen(ALL, MUST_KNOWN.noToken())),
            Map.entry("a MUST that the baseline has, and one more", new Seen(ALL, ONE_MORE.noToken())),
            Map.entry("a MUST that is waived is broken", new Seen(ALL, MUST_WAIVED.noToken())),
            Map.entry("a SHOULD that is waived is broken", new Seen(ALL, SHOULD_WAIVED.noToken())),
            Map.entry("a MUST that is waived, and one more", new Seen(ALL, ONE_MORE_WAIVED.noToken())),
            Map.entry("inconclusive", new Seen(ALL, LOST.noToken())),
            Map.entry("inconclusive, as in the baseline", new Seen(ALL, LOST_BEFORE.noToken())),
            Map.entry("inconclusive, with `max-inconclusive`", new Seen(TOLD, LOST.noToken())),
            Map.entry(
                    "misconfigured",
                    new Seen(Run.of(CONFORMING).told(Setting.TARGET, "nowhere"), CONFORMING.noToken())),
            Map.entry("not obtainable", new Seen(ALL, "GET /conforming › revoked-token")),
            Map.entry("not obtainable, with `require-obtainable`", new Seen(TOLD, "GET /conforming › revoked-token")),
            Map.entry("not applicable", new Seen(ALL, "GET /conforming › insufficient-scope")),
            Map.entry("a comparison in which a SHOULD is broken", new Seen(Run.of(CONFORMING, UNEVEN), STATUS)),
            Map.entry(
                    "a comparison in which a MUST is broken",
                    new Seen(Run.of(CONFORMING, UNEVEN).withLevel(STATUS_IS_A_MUST), STATUS)),
            Map.entry(
                    "a comparison in which a MUST that the baseline has is broken",
                    new Seen(Run.of(CONFORMING, UNEVEN_BEFORE).withLevel(STATUS_IS_A_MUST), STATUS)),
            Map.entry(
                    "a comparison that is inconclusive",
                    new Seen(Run.of(CONFORMING).probing("head"), "comparison › head-as-get")));

    @Test
    void the_table_is_how_runs_end() throws IOException {
        List<List<String>> table = table();

        assertThat(table.get(0))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("outcome"),
                                Arrays.stream(FailOn.values()).map("`%s`"::formatted))
                        .toList());
        assertThat(table.stream().skip(1).map(row -> row.get(0))).containsExactlyInAnyOrderElementsOf(ROWS.keySet());
        Map<Run, Map<FailOn, Map<String, String>>> endings = new HashMap<>();
        for (Run run : ROWS.values().stream().map(Seen::run).distinct().toList()) {
            endings.put(run, endings(run));
        }
        for (List<String> row : table.subList(1, table.size())) {
            Seen seen = Objects.requireNonNull(ROWS.get(row.get(0)));
            List<String> ends = Arrays.stream(FailOn.values())
                    .map(failOn -> String.valueOf(Objects.requireNonNull(Objects.requireNonNull(endings.get(seen.run()))
                                    .get(failOn))
                            .get(seen.test())))
                    .toList();
            assertThat(ends).as(row.get(0)).isEqualTo(row.subList(1, row.size()));
        }
    }

    /** The first one of the page, its head first. */
    private static List<List<String>> table() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("|")) {
                rows.add(Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList());
            } else if (!rows.isEmpty()) {
                break;
            }
        }
        rows.remove(1);
        return rows;
    }

    /** How each test of a run ends, whatever fails it. */
    private Map<FailOn, Map<String, String>> endings(Run run) throws IOException {
        serve(run, Place::before);
        Path baseline = RecordedBaseline.write(
                execute(new Run(run.places(), run.scenarios(), run.levels(), "", Map.of()), FailOn.NEVER, null),
                folder.resolve("main.json"));
        serve(run, Place::now);
        Map<FailOn, Map<String, String>> endings = new EnumMap<>(FailOn.class);
        for (FailOn failOn : FailOn.values()) {
            Map<String, String> words = new TreeMap<>();
            execute(run, failOn, baseline).testEvents().finished().stream()
                    .forEach(event -> words.put(event.getTestDescriptor().getDisplayName(), word(event)));
            endings.put(failOn, words);
        }
        return endings;
    }

    private void serve(Run run, Function<Place, Answer> answer) {
        api.resetAll();
        api.stubFor(any(anyUrl()).willReturn(ok("[]")));
        run.places()
                .forEach(it -> api.stubFor(any(urlEqualTo(it.path()))
                        .withHeader("Authorization", absent())
                        .willReturn(answer.apply(it).response())));
        api.stubFor(head(anyUrl()).willReturn(Answer.GATEWAY.response()));
    }

    private EngineExecutionResults execute(Run run, FailOn failOn, @Nullable Path baseline) throws IOException {
        Path suite = Files.writeString(folder.resolve("orders.auth.yaml"), run.suite());
        EngineTestKit.Builder engine = Contracts.engine()
                .selectors(selectFile(suite.toString()))
                .configurationParameter(Setting.TARGET.parameter(), api.baseUrl())
                .configurationParameter(Setting.FAIL_ON.parameter(), failOn.toString());
        run.settings().forEach((setting, value) -> engine.configurationParameter(setting.parameter(), value));
        if (baseline != null) {
            engine.configurationParameter(Setting.BASELINE.parameter(), baseline.toString());
        }
        return engine.execute();
    }

    private static String word(Event event) {
        return switch (event.getRequiredPayload(TestExecutionResult.class).getStatus()) {
            case SUCCESSFUL -> "green";
            case ABORTED -> "skipped";
            case FAILED -> "red";
        };
    }
}
