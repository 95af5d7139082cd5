package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.source.UserFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteDigestTest {

    @TempDir
    private Path folder;

    private Path suite;

    @BeforeEach
    void write_a_suite() throws IOException {
        suite = write("orders.auth.yaml", "suite: Orders API\nuse: common.part.yaml\n");
        write("common.part.yaml", "use: more.part.yaml\n");
        write("more.part.yaml", "leeway: 30\n");
    }

    @Test
    void carriage_returns_of_a_checkout_make_no_other_suite() throws IOException {
        String before = digest();
        write("orders.auth.yaml", "suite: Orders API\r\nuse: common.part.yaml\r\n");
        write("more.part.yaml", "leeway: 30\r\n");

        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void another_part_makes_another_suite() throws IOException {
        String before = digest();
        write("more.part.yaml", "leeway: 31\n");

        assertThat(digest()).isNotEqualTo(before);
    }

    /** SHA-256 of the bytes, as records of earlier versions have it. */
    @Test
    void a_suite_without_parts_has_the_digest_of_its_file() throws IOException {
        write("orders.auth.yaml", "abc");

        assertThat(digest()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void what_cannot_be_read_has_none() {
        assertThat(SuiteDigest.of(folder, UserFile.DEFAULT_LIMIT)).isEmpty();
        assertThat(SuiteDigest.of(folder.resolve("none.auth.yaml"), UserFile.DEFAULT_LIMIT))
                .isEmpty();
    }

    private String digest() {
        Optional<String> digest = SuiteDigest.of(suite, UserFile.DEFAULT_LIMIT);
        return digest.orElseThrow();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
