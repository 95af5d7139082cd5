package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a secret may lie, and where nothing else may. */
class SecretFilesTest {

    private static final String CONTENT = "not to be told";

    @TempDir
    Path suites;

    @TempDir
    Path secrets;

    private SuiteFiles files;

    @BeforeEach
    void put_a_secret_elsewhere() throws IOException {
        files = new SuiteFiles(suites);
        Files.writeString(secrets.resolve("key"), CONTENT + "\n");
    }

    @Test
    void a_secret_is_read_from_wherever_an_absolute_path_leads() {
        assertThat(key(secrets.resolve("key").toString())).isEqualTo(CONTENT);
    }

    @Test
    void a_secret_is_read_from_wherever_a_relative_path_leads() {
        assertThat(key(suites.relativize(secrets.resolve("key")).toString())).isEqualTo(CONTENT);
    }

    @Test
    void a_secret_is_read_behind_a_link_as_clusters_mount_them() throws IOException {
        Path link = Files.createSymbolicLink(suites.resolve("link"), secrets.resolve("key"));

        assertThat(key(link.toString())).isEqualTo(CONTENT);
        assertThat(key("link")).isEqualTo(CONTENT);
    }

    @Test
    void the_file_of_a_secret_stays_out_of_reach_for_all_that_is_none() {
        String key = "${file:%s}".formatted(secrets.resolve("key"));

        Reading reading = files.read(SuiteFiles.ORDERS
                .replace("${KEY}", key)
                .replace("target: ${ORDERS_URL:-http://localhost:8080}", "target: \"" + key + "\""));

        assertThat(problems(reading))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("the file '%s' lies outside the suite's root".formatted(secrets.resolve("key"))));
    }

    @Test
    void what_is_no_readable_file_is_told_without_a_word_of_what_it_holds() throws IOException {
        Files.write(secrets.resolve("bytes"), new byte[] {(byte) 0xC3, 0x28, 's', 'e', 'c', 'r', 'e', 't'});

        assertThat(problems(files.read(with(secrets.resolve("nowhere").toString()))))
                .extracting(Problem::message, Problem::nextStep)
                .containsExactly(tuple(
                        "the file '%s' cannot be read".formatted(secrets.resolve("nowhere")),
                        "check that it exists, and that whoever runs the tests may read it"));
        assertThat(problems(files.read(with(secrets.resolve("bytes").toString()))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("is not UTF-8 text")
                        .doesNotContain("secret"));
        assertThat(problems(files.read(with(secrets.toString()))))
                .extracting(Problem::message)
                .containsExactly("the file '%s' is a folder".formatted(secrets));
    }

    private String key(String path) {
        Suite suite = ((Reading.Understood) files.read(with(path))).suite();
        return suite.credentials().get(0).sources().get(0).get("key").value().reveal();
    }

    private static String with(String path) {
        return SuiteFiles.ORDERS.replace("${KEY}", "${file:%s}".formatted(path));
    }

    private static List<Problem> problems(Reading reading) {
        return ((Reading.Unreadable) reading).problems();
    }
}
