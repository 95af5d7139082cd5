package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.junit.Setting;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Told;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.format.ReportReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What is written holds no secret that the run knows in the end, whatever the format and however the secret is encoded. */
class LastGateTest {

    private static final String SECRET = "4f9a\"Kx7Q2<vT8mZ&secret";

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Redactor secrets = new Redactor();

    @TempDir
    private Path directory;

    static Stream<String> forms() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                SECRET,
                SECRET.toUpperCase(Locale.ROOT),
                Base64.getEncoder().encodeToString(("x" + SECRET).getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().formatHex(bytes),
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                SECRET.replace("\"", "\\\"").replace("<", "\\u003c"),
                SECRET.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&#34;"),
                "Kx7Q2<vT8mZ");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_secret_that_is_known_too_late_stands_in_no_file_in_no_form(String form) throws IOException {
        secrets.register(new Secret(SECRET));

        run(outcome("Orders API", form));

        List<Path> written = files();
        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .containsAll(
                        ReportFormats.all().stream().map(ReportFormat::fileName).toList());
        for (Path file : written) {
            String text = Files.readString(file);
            assertThat(text.lines().noneMatch(secrets::isIn)).as("%s", file).isTrue();
            assertThat(text).doesNotContain(form);
        }
        assertThat(Files.readString(directory.resolve("report.json"))).contains(Redactor.MARK);
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("got to know a secret after");
    }

    /** The journal is read again where a later process or a merge adds to the report. */
    @Test
    void the_journal_can_still_be_read() throws IOException {
        secrets.register(new Secret(SECRET));

        run(outcome("Orders API", SECRET));
        run(RecordedRun.outcomes().get(1));

        try (ReportReader report = ReportReader.open(directory)) {
            assertThat(report.run().missing()).isEmpty();
            assertThat(report.cases()).hasSize(2);
        }
    }

    @Test
    void where_the_suite_itself_tells_it_the_report_stays_unfinished_and_the_console_says_so() throws IOException {
        secrets.register(new Secret("the-suite-tells-it"));

        run(outcome("Suite the-suite-tells-it", "harmless"));

        for (Path file : files()) {
            assertThat(file).content().doesNotContain("the-suite-tells-it");
        }
        try (ReportReader report = ReportReader.open(directory)) {
            assertThat(report.run().hasFinished()).isFalse();
        }
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("FAULT OF NAYSAYER: report.json, report.sarif,")
                .contains("would hold a secret of this run, so no report was written")
                .doesNotContain("the-suite-tells-it");
    }

    /** Else a password would keep a team from its report. */
    @ParameterizedTest
    @ValueSource(
            strings = {"scenario", "font-family", "Operations and scenarios", "could not be judged", "security-severity"
            })
    void a_secret_that_is_a_word_of_ours_does_not_keep_the_report_from_being_written(String word) throws IOException {
        secrets.register(new Secret(word));

        run(outcome("Orders API", "quoted: " + word));

        assertThat(directory.resolve("index.html")).exists();
        assertThat(Files.readString(directory.resolve("report.json"))).doesNotContain("quoted: " + word);
    }

    @Test
    void what_stands_across_two_pieces_is_found() throws IOException {
        secrets.register(new Secret("across-two-pieces-of-text"));
        StringWriter out = new StringWriter();
        String text = "x".repeat((1 << 14) - 12) + "across-two-pieces-of-text" + "y".repeat(50_000);

        SearchedWriter writer = new SearchedWriter(out, secrets::isIn);
        try (writer) {
            for (int i = 0; i < text.length(); i += 1000) {
                writer.write(text, i, Math.min(1000, text.length() - i));
            }
        }

        assertThat(writer.hasFound()).isTrue();
        assertThat(out).hasToString(text);
    }

    @Test
    void what_is_not_there_is_not_found() throws IOException {
        secrets.register(new Secret("across-two-pieces-of-text"));
        SearchedWriter writer = new SearchedWriter(new StringWriter(), secrets::isIn);
        try (writer) {
            writer.write("across two\nand other pieces\n".repeat(5_000));
        }

        assertThat(writer.hasFound()).isFalse();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> !it.getFileName().toString().endsWith(".lock"))
                    .toList();
        }
    }

    private void run(CaseOutcome outcome) {
        PrintStream both = new PrintStream(console, true, StandardCharsets.UTF_8);
        var config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(FakeEngine.telling(Map.of(
                                outcome.operation() + outcome.scenario() + outcome.line(),
                                new Told(outcome, List.of())))
                        .knowing(secrets))
                .addTestExecutionListeners(new OutcomeCollector(Clock.systemUTC(), Map.of(), () -> both, () -> both))
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .configurationParameter(Setting.REPORT_DIRECTORY.parameter(), directory.toString())
                        .configurationParameter(Setting.FORMATS.parameter(), "all")
                        .build());
    }

    private static CaseOutcome outcome(String suite, String text) {
        Finding finding = RecordedRun.outcomes().stream()
                .flatMap(it -> it.violations().stream())
                .findFirst()
                .orElseThrow()
                .saying("expected " + text, "actual " + text, null);
        return new CaseOutcome(
                suite,
                "orders.auth.yaml",
                1,
                "http://127.0.0.1:8080",
                "GET /orders",
                "no-token",
                "m",
                false,
                OutcomeKind.VIOLATION,
                null,
                List.of(finding),
                new Transcript(
                        "GET",
                        "http://127.0.0.1:8080/orders",
                        List.of(),
                        null,
                        401,
                        List.of(new Header("X-Answer", text)),
                        "{\"body\": \"" + text + "\"}",
                        null,
                        false,
                        false,
                        null));
    }
}
