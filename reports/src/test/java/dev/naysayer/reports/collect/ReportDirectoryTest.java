package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void files_are_replaced_whole_and_no_draft_stays() throws IOException {
        Path file = Files.writeString(directory.resolve("index.html"), "an old text");
        Path secondName = Files.createLink(directory.resolve("opened-before"), file);

        write(saying("new 🙅 \uD800"));

        assertThat(directory.resolve("report.json")).content().contains("new 🙅 \uFFFD");
        assertThat(file).content().contains("new 🙅 \uFFFD");
        // Whoever had the old file open still reads all of it: a new file was moved in, nothing was overwritten.
        assertThat(secondName).hasContent("an old text");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file, secondName, directory.resolve("report.json"));
        }
    }

    @Test
    void where_a_draft_cannot_be_written_all_files_stay_as_they_were_and_no_draft_stays() throws IOException {
        Path page = Files.writeString(directory.resolve("index.html"), "old");
        Path json = Files.writeString(directory.resolve("report.json"), "old");
        RunDocument broken = RecordedRun.document(
                RecordedRun.document().run(), List.of(RecordedRun.recorded(saying("x")), unreadable()), List.of());

        assertThatThrownBy(() -> new ReportDirectory(directory)
                        .write(broken, ConformanceReport.of(broken), ReportFormats.all(), text -> false))
                .isInstanceOf(IOException.class);
        assertThat(page).hasContent("old");
        assertThat(json).hasContent("old");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(page, json);
        }
    }

    @Test
    void half_a_surrogate_pair_is_replaced_also_where_the_other_half_comes_later() throws IOException {
        StringWriter text = new StringWriter();
        try (WellFormedWriter writer = new WellFormedWriter(text)) {
            writer.write("a\uD83D");
            writer.write("\uDE45b\uDE45\uD83Dc\uD83D\uD83D\uDE45\uD83D");
        }

        assertThat(text).hasToString("a🙅b\uFFFD\uFFFDc\uFFFD🙅\uFFFD");
    }

    private static RecordedCase unreadable() {
        RecordedCase good = RecordedRun.recorded(saying("y"));
        return new RecordedCase(good.origin(), good.outcome(), () -> {
            throw new UncheckedIOException(new IOException("the journal was taken away"));
        });
    }

    private void write(CaseOutcome outcome) throws IOException {
        RunDocument document = RecordedRun.document(List.of(outcome), List.of());
        new ReportDirectory(directory)
                .write(document, ConformanceReport.of(document), ReportFormats.with(List.of()), text -> false);
    }

    private static CaseOutcome saying(String text) {
        return new CaseOutcome(
                "S",
                "s.auth.yaml",
                1,
                null,
                "GET /",
                "no-token",
                "m",
                false,
                OutcomeKind.INCONCLUSIVE,
                text,
                List.of(),
                null);
    }
}
