package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.engine.junit.Setting;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.ReportEntries;
import dev.naysayer.engine.outcome.Told;
import dev.naysayer.reports.RecordedRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutcomeCollectorTest {

    /** Of a test that ends without an outcome. */
    private static final Told SILENT = new Told(null, List.of());

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final OutcomeCollector collector = collector();

    @TempDir
    private Path directory;

    @Test
    void a_run_ends_with_a_line_for_each_suite_and_the_path_of_the_report() throws IOException {
        run(collector, FakeEngine.telling(told(RecordedRun.outcomes())));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Orders API: 13 cases: 5 conforming, 2 warnings, 3 violations, 1 inconclusive,"
                                + " 1 not obtainable, 1 not applicable",
                        "Billing API: 1 case: 1 misconfigured",
                        "Gate fail-on must: BROKEN by Orders API (3 fail, 1 could not be judged),"
                                + " Billing API (1 could not be judged)",
                        "Report: " + directory.resolve("index.html").toAbsolutePath());
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(kinds().values())
                .containsExactlyElementsOf(RecordedRun.outcomes().stream()
                        .map(it -> it.kind().name())
                        .toList());
        assertThat(report().at("/run/finished").asString()).isEqualTo(NOW.toString());
        assertThat(report().at("/generator").asString()).isEqualTo(BuildVersion.generator());
        assertThat(BuildVersion.generator()).matches("Naysayer \\d+\\.\\d+\\.\\d+.*");
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "report.json", "journal");
        }
    }

    @Test
    void a_rerun_by_the_same_listener_replaces_its_cases_and_keeps_the_others() throws IOException {
        assertThatARerunCompletesTheReport(collector);
    }

    @Test
    void a_rerun_by_a_new_listener_replaces_its_cases_and_keeps_the_others() throws IOException {
        assertThatARerunCompletesTheReport(collector());
    }

    private void assertThatARerunCompletesTheReport(OutcomeCollector second) throws IOException {
        CaseOutcome first = named("one", OutcomeKind.INCONCLUSIVE);
        CaseOutcome other = named("two", OutcomeKind.CONFORMING);
        CaseOutcome again = named("one", OutcomeKind.CONFORMING);

        run(collector, FakeEngine.telling(told(List.of(first, other))));
        run(second, FakeEngine.telling(told(List.of(again))));

        assertThat(kinds()).containsExactly(entry("one", "CONFORMING"), entry("two", "CONFORMING"));
    }

    @Test
    void what_is_said_of_all_answers_of_a_suite_stands_behind_its_cases() throws IOException {
        Map<String, Told> entries = new LinkedHashMap<>();
        RecordedRun.comparisons()
                .forEach(it -> entries.put("comparison " + entries.size(), new Told(null, List.of(it))));

        run(collector, FakeEngine.telling(told(RecordedRun.outcomes())));
        run(collector, FakeEngine.telling(entries));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "1 not obtainable, 1 not applicable; 4 comparisons: 1 conforming, 1 warning, 1 violation, 1 not applicable");
        assertThat(report().at("/comparisons").values())
                .extracting(it -> it.at("/finding/rule").asString())
                .containsExactlyElementsOf(RecordedRun.comparisons().stream()
                        .map(it -> it.finding().rule())
                        .toList());
    }

    @Test
    void what_a_watcher_has_to_know_is_said_at_once() {
        run(
                collector,
                FakeEngine.telling(Map.of("Orders API", SILENT))
                        .publishing(ReportEntries.NOTICE_KEY, "waiting 7 s for a token to expire"));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .startsWith("Orders API: waiting 7 s for a token to expire");
    }

    @Test
    void a_run_without_outcomes_writes_and_says_nothing() {
        run(collector, FakeEngine.telling(Map.of()));

        assertThat(directory).isEmptyDirectory();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_run_whose_suites_could_not_be_read_leaves_no_report_of_an_earlier_run() throws IOException {
        Files.writeString(directory.resolve("index.html"), "old");
        Files.writeString(directory.resolve("report.json"), "old");
        Files.writeString(directory.resolve("mine.txt"), "stays");

        run(collector, FakeEngine.failing());

        assertThat(directory.resolve("index.html")).doesNotExist();
        assertThat(directory.resolve("report.json")).doesNotExist();
        assertThat(directory.resolve("mine.txt")).exists();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .startsWith("No suite was run. The report of an earlier run was removed from " + directory);
    }

    @Test
    void a_report_that_cannot_be_written_is_said_with_what_to_do() throws IOException {
        Path file = Files.writeString(directory.resolve("taken"), "");

        run(collector, FakeEngine.telling(told(RecordedRun.outcomes())), file);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("cannot write its report into " + file)
                .contains("-Dnaysayer.report-directory=");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_test_that_ends_without_an_outcome_is_told_until_a_rerun_has_one() throws IOException {
        Map<String, Told> entries =
                told(List.of(named("one", OutcomeKind.CONFORMING), named("two", OutcomeKind.CONFORMING)));
        Map<String, Told> silent = new LinkedHashMap<>(entries);
        silent.put("GET / two", SILENT);

        run(collector, FakeEngine.telling(silent));
        assertThat(report().at("/run/missing").values())
                .extracting(JsonNode::asString)
                .containsExactly("GET / two");

        run(collector, FakeEngine.telling(entries));
        assertThat(report().at("/run/missing").values()).isEmpty();
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void a_run_that_is_broken_off_leaves_a_report_that_says_so() throws IOException {
        Files.writeString(directory.resolve("index.html"), "old and green");

        run(
                collector,
                FakeEngine.telling(told(
                                List.of(named("one", OutcomeKind.CONFORMING), named("two", OutcomeKind.CONFORMING))))
                        .dyingAt("GET / two"));

        assertThat(report().at("/run/finished").isNull()).isTrue();
        assertThat(kinds()).containsExactly(entry("one", "CONFORMING"));
        assertThat(directory.resolve("index.html")).content().contains("This run has not finished");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Naysayer's report is unfinished: Process "
                        + ProcessHandle.current().pid() + " broke off its tests");
    }

    @Test
    void the_engines_run_id_stands_in_the_report() throws IOException {
        run(
                collector,
                FakeEngine.telling(told(List.of(named("one", OutcomeKind.CONFORMING))))
                        .publishing(ReportEntries.RUN_KEY, "r-42"));

        assertThat(report().at("/run/ids").values())
                .extracting(JsonNode::asString)
                .containsExactly("r-42");
        assertThat(Files.readString(directory.resolve("index.html"))).contains("run <code>r-42</code>");
    }

    @Test
    void both_files_of_a_report_carry_the_same_stamp() throws IOException {
        run(collector, FakeEngine.telling(told(RecordedRun.outcomes())));

        assertThat(Files.readString(directory.resolve("index.html")))
                .contains("content=\"" + report().at("/run/stamp").asString() + "\"");
    }

    @Test
    void a_journal_that_cannot_be_written_costs_no_outcome() throws IOException {
        Files.writeString(directory.resolve("journal"), "in the way");
        Files.writeString(directory.resolve("index.html"), "old");

        run(collector, FakeEngine.telling(told(RecordedRun.outcomes())));

        assertThat(kinds()).hasSameSizeAs(RecordedRun.outcomes());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("could not write its journal")
                .hasLineCount(1);
    }

    @Test
    void a_test_that_was_interrupted_does_not_take_the_report_with_it() throws IOException {
        Thread.currentThread().interrupt();
        run(collector, FakeEngine.telling(told(RecordedRun.outcomes())));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(kinds()).hasSameSizeAs(RecordedRun.outcomes());
    }

    @Test
    void a_journal_that_another_version_writes_at_the_same_time_is_told() throws IOException {
        Path other = Files.createDirectories(directory.resolve("journal")).resolve("other.jsonl");

        run(collector, FakeEngine.telling(told(RecordedRun.outcomes())).meanwhile(() -> writeOfOtherVersion(other)));

        assertThat(report().at("/run/missing").values())
                .singleElement()
                .extracting(JsonNode::asString)
                .asString()
                .startsWith("all tests of other.jsonl");
    }

    private static void writeOfOtherVersion(Path journal) {
        try {
            Files.writeString(journal, "{\"process\":{\"form\":99}}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void on_github_what_it_reads_lies_beside_the_page_and_the_console_annotates_the_worst() throws IOException {
        run(collector(Map.of("GITHUB_ACTIONS", "true")), FakeEngine.telling(told(RecordedRun.outcomes())));

        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "index.html", "report.json", "journal", "report.sarif", "summary.md", "comment.md");
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.startsWith("::"))
                .hasSizeBetween(1, 10)
                .allMatch(line -> line.matches("::(error|warning) file=[^,]+,line=\\d+,title=[^,]+::.+"));
    }

    @Test
    void what_is_asked_for_is_written_whoever_reads() throws IOException {
        run(
                collector(Map.of("GITHUB_ACTIONS", "true")),
                FakeEngine.telling(told(RecordedRun.outcomes())),
                directory,
                Map.of(Setting.FORMATS.parameter(), "badge, gitlab"));

        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "report.json", "journal", "codequality.json", "badge.svg");
        }
    }

    @Test
    void the_service_loader_brings_it() {
        assertThat(ServiceLoader.load(TestExecutionListener.class)).hasAtLeastOneElementOfType(OutcomeCollector.class);
    }

    private OutcomeCollector collector() {
        return collector(Map.of());
    }

    private OutcomeCollector collector(Map<String, String> environment) {
        return new OutcomeCollector(
                Clock.fixed(NOW, ZoneOffset.UTC),
                environment,
                () -> new PrintStream(out, true, StandardCharsets.UTF_8),
                () -> new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private JsonNode report() throws IOException {
        return new JsonMapper().readTree(Files.readString(directory.resolve("report.json")));
    }

    /** What became of each case, by its scenario. */
    private Map<String, String> kinds() throws IOException {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (JsonNode it : report().at("/cases").values()) {
            kinds.put(
                    it.at("/operation").asString().equals("GET /")
                            ? it.at("/scenario").asString()
                            : "" + kinds.size(),
                    it.at("/kind").asString());
        }
        return kinds;
    }

    private void run(OutcomeCollector listener, FakeEngine engine) {
        run(listener, engine, directory);
    }

    private static void run(OutcomeCollector listener, FakeEngine engine, Path into) {
        run(listener, engine, into, Map.of());
    }

    private static void run(OutcomeCollector listener, FakeEngine engine, Path into, Map<String, String> settings) {
        var config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(engine)
                .addTestExecutionListeners(listener)
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .configurationParameter(Setting.REPORT_DIRECTORY.parameter(), into.toString())
                        .configurationParameters(settings)
                        .build());
    }

    private static Map<String, Told> told(List<CaseOutcome> outcomes) {
        Map<String, Told> told = new LinkedHashMap<>();
        outcomes.forEach(it -> told.put(it.operation() + " " + it.scenario(), new Told(it, List.of())));
        return told;
    }

    private static CaseOutcome named(String scenario, OutcomeKind kind) {
        return new CaseOutcome("S", "s.auth.yaml", 1, null, "GET /", scenario, "m", false, kind, null, List.of(), null);
    }
}
