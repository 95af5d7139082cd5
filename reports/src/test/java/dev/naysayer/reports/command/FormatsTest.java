package dev.naysayer.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.HostileRun;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    static Stream<RunDocument> documents() {
        return Stream.of(
                RecordedRun.document(),
                HostileRun.document(),
                RecordedRun.document(List.of(), List.of()),
                RecordedRun.unfinished(RunProcess.State.LOST, RecordedRun.outcomes(), List.of("GET / › no-token")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_file_is_made_again_byte_for_byte(RunDocument document) throws IOException {
        Path first = folder.resolve("first");
        Path again = folder.resolve("again");
        ReportWriter.write(document, first, ReportFormats.all());

        assertThat(remake(first.resolve("report.json"), again)).isZero();

        assertThat(names(again)).isEqualTo(names(first)).contains("index.html", "report.json", "summary.md");
        for (String name : names(first)) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
    }

    @Test
    void a_report_is_made_again_in_its_own_place() throws IOException {
        byte[] record = write(RecordedRun.document());

        assertThat(remake(folder, folder)).isZero();

        assertThat(folder.resolve("report.json")).hasBinaryContent(record);
        assertThat(names(folder))
                .containsExactlyElementsOf(ReportFormats.all().stream()
                        .map(ReportFormat::fileName)
                        .sorted()
                        .toList());
    }

    @Test
    void what_is_no_report_is_told_and_nothing_is_written() throws IOException {
        Path saved = Files.writeString(folder.resolve("report.json"), "{}");

        assertThat(remake(saved, folder.resolve("again"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("formats could not be done: " + saved)
                .hasLineCount(1);
        assertThat(folder.resolve("again")).doesNotExist();
    }

    @Test
    void without_its_arguments_it_says_what_they_are() {
        assertThat(run("formats", "one")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("formats target/naysayer saved/report.json");
    }

    private byte[] write(RunDocument document) throws IOException {
        ReportWriter.write(document, folder, ReportFormats.with(List.of()));
        return Files.readAllBytes(folder.resolve("report.json"));
    }

    private int remake(Path saved, Path into) {
        return run("formats", into.toString(), saved.toString());
    }

    private int run(String... arguments) {
        return Naysayer.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
