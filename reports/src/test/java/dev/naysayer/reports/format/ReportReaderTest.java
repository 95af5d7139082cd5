package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ReportReaderTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_written_comes_back_case_by_case() throws IOException {
        RunDocument document = RecordedRun.document();
        ReportWriter.write(document, folder);

        try (ReportReader report = ReportReader.open(folder)) {
            assertThat(report.generator()).isEqualTo(document.generator());
            assertThat(report.run()).isEqualTo(document.run());
            assertThat(report.rules()).isEqualTo(document.rules());
            List<RecordedCase> cases = report.cases().toList();
            assertThat(cases)
                    .extracting(RecordedCase::outcome)
                    .containsExactlyElementsOf(
                            document.cases().stream().map(RecordedCase::outcome).toList());
            assertThat(cases)
                    .extracting(it -> it.exchanges().transcripts())
                    .containsExactlyElementsOf(exchanges(document));
            assertThat(report.comparisons())
                    .extracting(
                            it -> it.outcome().test(),
                            it -> it.outcome().kind(),
                            it -> it.outcome().move(),
                            it -> it.outcome().finding().because(),
                            it -> it.outcome().finding().actual(),
                            it -> it.exchanges().transcripts())
                    .containsExactlyElementsOf(RecordedRun.comparisons().stream()
                            .map(it -> tuple(
                                    it.test(),
                                    it.kind(),
                                    it.move(),
                                    it.finding().because(),
                                    it.finding().actual(),
                                    it.probes()))
                            .toList());
        }
    }

    @Test
    void cases_may_be_passed_over_and_are_read_once() throws IOException {
        ReportWriter.write(RecordedRun.document(), folder);

        try (ReportReader report = ReportReader.open(folder)) {
            Stream<RecordedCase> cases = report.cases();
            assertThat(cases.findFirst()).isPresent();
            assertThat(report.comparisons()).hasSameSizeAs(RecordedRun.comparisons());
            assertThatThrownBy(report::cases).isInstanceOf(IOException.class).hasMessageContaining("read already");
        }
    }

    @Test
    void a_whole_run_is_written_again_as_it_was() throws IOException {
        ReportWriter.write(RecordedRun.document(), folder);
        Path again = folder.resolve("again");

        try (ReportReader report = ReportReader.open(folder)) {
            ReportWriter.write(report.document(), again);
        }

        assertThat(again.resolve("report.json")).hasSameTextualContentAs(folder.resolve("report.json"));
        assertThat(again.resolve("index.html")).hasSameTextualContentAs(folder.resolve("index.html"));
    }

    @Test
    void one_that_somebody_else_has_put_into_lines_is_read_too() throws IOException {
        ReportWriter.write(RecordedRun.document(), folder);
        Path pretty = folder.resolve("pretty.json");
        JsonMapper json = new JsonMapper();
        Files.writeString(
                pretty,
                json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(json.readTree(Files.readString(folder.resolve("report.json")))));

        try (ReportReader report = ReportReader.open(pretty)) {
            RunDocument document = report.document();
            assertThat(exchanges(document)).isEqualTo(exchanges(RecordedRun.document()));
        }
    }

    @Test
    void a_run_that_has_not_finished_is_read_as_any_other() throws IOException {
        ReportWriter.write(
                RecordedRun.unfinished(RunProcess.State.LOST, RecordedRun.outcomes(), List.of("GET / › no-token")),
                folder);

        try (ReportReader report = ReportReader.open(folder)) {
            assertThat(report.run().hasFinished()).isFalse();
            assertThat(report.run().missing()).containsExactly("GET / › no-token");
            assertThat(report.cases()).hasSameSizeAs(RecordedRun.outcomes());
        }
    }

    /** It was written by the last version of that form. */
    @Test
    void a_report_of_form_2_is_read_and_all_of_its_evidence_was_kept() throws Exception {
        Path former = Path.of(Objects.requireNonNull(ReportReaderTest.class.getResource("report-2.json"))
                .toURI());

        try (ReportReader report = ReportReader.open(former)) {
            RunDocument read = report.document();
            assertThat(read.cases())
                    .extracting(RecordedCase::outcome)
                    .extracting(CaseOutcome::kind)
                    .containsExactlyElementsOf(RecordedRun.outcomes().stream()
                            .map(CaseOutcome::kind)
                            .toList());
            assertThat(read.cases())
                    .flatExtracting(it -> it.exchanges().transcripts())
                    .isNotEmpty()
                    .allMatch(it -> it.notKept() == 0)
                    .containsAll(RecordedRun.outcomes().stream()
                            .filter(it -> it.kind() == OutcomeKind.VIOLATION)
                            .map(CaseOutcome::transcript)
                            .toList());
        }
    }

    /** It was written by the last version of that form, which had no waivers and no digests. */
    @Test
    void a_report_of_form_3_is_read_as_if_nothing_were_waived_and_knows_no_text_of_a_suite() throws Exception {
        Path former = Path.of(Objects.requireNonNull(ReportReaderTest.class.getResource("report-3.json"))
                .toURI());

        try (ReportReader report = ReportReader.open(former)) {
            RunDocument read = report.document();
            assertThat(read.run()).isEqualTo(RecordedRun.document().run());
            assertThat(read.cases())
                    .extracting(RecordedCase::outcome)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("move")
                    .containsExactlyElementsOf(RecordedRun.document().cases().stream()
                            .map(RecordedCase::outcome)
                            .toList());
            assertThat(read.cases()).extracting(it -> it.outcome().move()).containsOnlyNulls();
            assertThat(exchanges(read)).isEqualTo(exchanges(RecordedRun.document()));
            assertThat(read.cases()).extracting(it -> it.origin().digest()).containsOnlyNulls();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 'the version that wrote it, or run the tests again'",
        "5, 'the version that wrote it, or a newer one'"
    })
    void a_report_of_another_form_is_refused_with_what_to_do(int form, String remedy) throws IOException {
        Path report =
                Files.writeString(folder.resolve("report.json"), "{\"schemaVersion\": %d, \"x\": 1}".formatted(form));

        assertThatThrownBy(() -> ReportReader.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("%s: it is of form %d, and this version of Naysayer reads the forms 2 to 4: use %s"
                        .formatted(report, form, remedy));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|does not begin with its schemaVersion",
                "[1]|does not begin with its schemaVersion",
                "``|does not begin with its schemaVersion",
                "<html>|line 1: it is no report of Naysayer",
                "{\"schemaVersion\": 4}|'generator' is missing",
                "{\"schemaVersion\": 4, \"generator\": \"N\", \"run\": []}|line 1: 'run' cannot be read",
            })
    void what_is_no_report_is_refused_with_what_is_wrong(String text, String fault) throws IOException {
        Path report = Files.writeString(folder.resolve("report.json"), text);

        assertThatThrownBy(() -> ReportReader.open(report))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(report.toString())
                .hasMessageContaining(fault);
    }

    @Test
    void where_there_is_no_report_that_is_said() {
        assertThatThrownBy(() -> ReportReader.open(folder))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("report.json")
                .hasMessageContaining("no report");
    }

    /** As a disk that is full, or a copy that was broken off, leaves it. */
    @ParameterizedTest
    @CsvSource({
        "'\"kind\":\"VIOLATION\"', '\"kind\":\"VIOLAT'",
        "'\"quiet\":1', '\"quiet\":99'",
        "'\"suite\":0', '\"suite\":-1'"
    })
    void a_case_that_is_broken_is_told_with_its_line(String right, String wrong) throws IOException {
        ReportWriter.write(RecordedRun.document(), folder);
        Path report = folder.resolve("report.json");
        String text = Files.readString(report);
        int place = text.indexOf(right);
        Files.write(report, (text.substring(0, place) + wrong).getBytes(StandardCharsets.UTF_8));

        try (ReportReader broken = ReportReader.open(report)) {
            Stream<RecordedCase> cases = broken.cases();
            assertThatThrownBy(() -> cases.forEach(it -> {}))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(report + ", line "
                            + text.substring(0, place).lines().count());
        }
    }

    private static List<List<Transcript>> exchanges(RunDocument document) {
        return document.cases().stream().map(it -> it.exchanges().transcripts()).toList();
    }
}
