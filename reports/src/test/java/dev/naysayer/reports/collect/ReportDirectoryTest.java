package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void a_file_is_replaced_whole_and_no_draft_stays() throws IOException {
        Path file = Files.writeString(directory.resolve("index.html"), "an old and much longer text");
        Path secondName = Files.createLink(directory.resolve("opened-before"), file);

        ReportDirectory.replace(file, "new 🙅 \uD800");

        assertThat(file).hasContent("new 🙅 \uFFFD");
        // Whoever had the old file open still reads all of it: a new file was moved in, nothing was overwritten.
        assertThat(secondName).hasContent("an old and much longer text");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file, secondName);
        }
    }

    @Test
    void where_a_file_cannot_be_replaced_no_draft_stays() throws IOException {
        Path blocked = Files.createDirectory(directory.resolve("index.html"));
        Files.writeString(blocked.resolve("inside"), "");

        assertThatThrownBy(() -> ReportDirectory.replace(blocked, "new")).isInstanceOf(IOException.class);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(blocked);
        }
    }
}
