package dev.naysayer.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.fault.Fault.Kind;
import dev.naysayer.engine.fault.FaultRun.Cell;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong on the wire, in whatever part of a run: it ends soon, is never green, and is said as what it was. */
class FaultMatrixTest {

    private static final Path PAGE = Path.of("../docs/FAULTS.md");

    /** A run waits for at most three answers in turn: the control, the case, and the control behind it. */
    private static final Duration LONGEST =
            FaultRun.RESPONSE_TIMEOUT.multipliedBy(3).plusSeconds(15);

    private static final Set<OutcomeKind> UNJUDGED =
            Set.of(OutcomeKind.INCONCLUSIVE, OutcomeKind.MISCONFIGURED, OutcomeKind.NOT_OBTAINABLE);

    private static final Map<WireFault, Map<Phase, Cell>> MATRIX = new EnumMap<>(WireFault.class);

    private static final Map<Http2Fault, Cell> OVER_HTTP_2 = new EnumMap<>(Http2Fault.class);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    /** All that they do is wait, so all of them wait at once. */
    @BeforeAll
    static void run_every_fault_in_every_part() throws Exception {
        FaultKeys keys = FaultKeys.generated();
        System.setProperty("NAYSAYER_TEST_FAULT_TOKEN", keys.token());
        System.setProperty("NAYSAYER_TEST_FAULT_SECRET", "secret-of-the-client-0123456789");
        FaultRun run = new FaultRun(keys, folder);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Map<WireFault, Map<Phase, Future<Cell>>> pending = new EnumMap<>(WireFault.class);
            for (WireFault fault : WireFault.values()) {
                Map<Phase, Future<Cell>> row = new EnumMap<>(Phase.class);
                for (Phase phase : Phase.OVER_HTTP_1) {
                    row.put(phase, threads.submit(() -> run.of(fault, phase)));
                }
                pending.put(fault, row);
            }
            Map<Http2Fault, Future<Cell>> pendingOverHttp2 = new EnumMap<>(Http2Fault.class);
            for (Http2Fault fault : Http2Fault.values()) {
                pendingOverHttp2.put(fault, threads.submit(() -> run.of(fault, Phase.HTTP_2)));
            }
            for (Http2Fault fault : Http2Fault.values()) {
                OVER_HTTP_2.put(fault, pendingOverHttp2.get(fault).get(120, TimeUnit.SECONDS));
            }
            for (WireFault fault : WireFault.values()) {
                Map<Phase, Cell> row = new EnumMap<>(Phase.class);
                for (Phase phase : Phase.OVER_HTTP_1) {
                    row.put(phase, pending.get(fault).get(phase).get(120, TimeUnit.SECONDS));
                }
                MATRIX.put(fault, row);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @AfterAll
    static void forget_the_credentials() {
        System.clearProperty("NAYSAYER_TEST_FAULT_TOKEN");
        System.clearProperty("NAYSAYER_TEST_FAULT_SECRET");
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_is_judged_only_where_an_answer_came(WireFault fault) {
        cells(fault).forEach((phase, cell) -> {
            if (cell.status() == null) {
                assertThat(cell.kind())
                        .as("%s of %s: %s", fault, phase, cell.reason())
                        .isIn(UNJUDGED);
                assertThat(cell.reason()).as("%s of %s", fault, phase).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void no_fault_that_leaves_no_answer_is_green_or_the_apis_fault(WireFault fault) {
        if (fault.kind() == Kind.SILENCES || fault.kind() == Kind.BEFORE_READING) {
            cells(fault)
                    .forEach((phase, cell) -> assertThat(cell.kind())
                            .as("%s of %s: %s", fault, phase, cell.reason())
                            .isIn(UNJUDGED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_spoils_no_other_exchange(WireFault fault) {
        cells(fault).forEach((phase, cell) -> {
            if (phase == Phase.CASE || phase == Phase.VERBATIM || phase == Phase.PROBE) {
                assertThat(cell.others())
                        .as("%s of %s", fault, phase)
                        .isNotEmpty()
                        .allMatch(it -> it.kind() == OutcomeKind.CONFORMING || isLeftInPeace(it));
            }
        });
    }

    /** Whoever asks for fewer requests, or is not there, is asked nothing more in the same suite. */
    private static boolean isLeftInPeace(CaseOutcome it) {
        return it.kind() == OutcomeKind.INCONCLUSIVE
                && it.transcript() == null
                && String.valueOf(it.reason()).startsWith("not sent: ");
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_ends_in_time(WireFault fault) {
        cells(fault)
                .forEach((phase, cell) ->
                        assertThat(cell.took()).as("%s of %s", fault, phase).isLessThan(LONGEST));
    }

    /** What an API does not speak it says; silence, garbage and resets say nothing. */
    @ParameterizedTest
    @EnumSource
    void an_api_is_said_not_to_speak_http2_only_where_it_says_so(Http2Fault fault) {
        Cell cell = Objects.requireNonNull(OVER_HTTP_2.get(fault));

        if (fault.speaks()) {
            assertThat(cell.kind()).as(cell.reason()).isEqualTo(OutcomeKind.INCONCLUSIVE);
            assertThat(cell.reason()).contains("http://server").doesNotContain("does not speak");
        } else {
            assertThat(cell.kind()).as(cell.reason()).isEqualTo(OutcomeKind.NOT_APPLICABLE);
            assertThat(cell.reason()).isEqualTo("the API does not speak HTTP/2");
        }
        assertThat(cell.others()).isNotEmpty().allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
        assertThat(cell.took()).isLessThan(LONGEST);
    }

    @Test
    void the_page_is_that_of_the_run() throws IOException {
        String page = FaultsPage.text(MATRIX, OVER_HTTP_2);
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(PAGE, page);
        }

        List<String> written = Files.readString(PAGE).lines().toList();
        List<String> now = page.lines().toList();
        assertThat(verdicts(written))
                .as("what is checked in; -Dtests.write-pages=true writes it anew")
                .isEqualTo(verdicts(now));
        // How the end of a connection is seen first is chance, so a few rows may have been written on another day.
        assertThat(now.stream().filter(line -> !written.contains(line)))
                .as("what is said; -Dtests.write-pages=true writes it anew")
                .hasSizeLessThanOrEqualTo(4);
    }

    /** The page without what is said of faults. */
    private static List<String> verdicts(List<String> page) {
        int said = page.indexOf("## What is said");
        int overHttp2 = page.indexOf("## Over HTTP/2");
        return IntStream.range(0, page.size())
                .mapToObj(line -> {
                    String[] cells = page.get(line).split(" \\| ", -1);
                    int kept = line < said ? cells.length : line < overHttp2 ? 1 : 2;
                    return String.join(" | ", Arrays.copyOf(cells, Math.min(kept, cells.length)));
                })
                .toList();
    }

    private static Map<Phase, Cell> cells(WireFault fault) {
        return Objects.requireNonNull(MATRIX.get(fault));
    }
}
