package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuitePathTest {

    private static final String SUITE = "com/example/orders.auth.yaml";

    @TempDir
    private Path repository;

    private Path module;

    @BeforeEach
    void aModule() throws IOException {
        module = Files.createDirectories(repository.resolve("services/orders"));
    }

    @Test
    void what_the_build_copied_is_told_by_where_it_was_copied_from() throws IOException {
        Files.createDirectory(repository.resolve(".git"));
        write(module.resolve("src/test/resources").resolve(SUITE));
        // Of the same name in another package, which is another suite.
        write(module.resolve("src/test/resources/orders.auth.yaml"));

        assertThat(SuitePath.of(write(module.resolve("target/test-classes").resolve(SUITE)), module))
                .contains("services/orders/src/test/resources/com/example/orders.auth.yaml");
        assertThat(SuitePath.of(write(module.resolve("build/resources/test").resolve(SUITE)), module))
                .contains("services/orders/src/test/resources/com/example/orders.auth.yaml");
    }

    @Test
    void a_suite_of_another_set_of_sources_is_found_behind_that_of_the_tests() throws IOException {
        Files.writeString(repository.resolve(".git"), "gitdir: elsewhere");
        write(module.resolve("src/it/resources").resolve(SUITE));
        Path read = write(module.resolve("target/it-classes").resolve(SUITE));

        assertThat(SuitePath.of(read, module)).contains("services/orders/src/it/resources/" + SUITE);

        write(module.resolve("src/test/resources").resolve(SUITE));
        assertThat(SuitePath.of(read, module)).contains("services/orders/src/test/resources/" + SUITE);
    }

    @Test
    void a_suite_that_is_read_where_it_was_written_is_itself() throws IOException {
        Files.createDirectory(repository.resolve(".git"));

        assertThat(SuitePath.of(write(module.resolve("src/test/resources").resolve(SUITE)), module))
                .contains("services/orders/src/test/resources/" + SUITE);
    }

    @Test
    void without_a_repository_it_is_told_from_the_module() throws IOException {
        write(module.resolve("src/test/resources").resolve(SUITE));

        assertThat(SuitePath.of(write(module.resolve("target/test-classes").resolve(SUITE)), module))
                .contains("src/test/resources/" + SUITE);
    }

    @Test
    void what_no_source_is_found_of_has_no_path() throws IOException {
        Files.createDirectory(repository.resolve(".git"));

        assertThat(SuitePath.of(write(module.resolve("target/test-classes").resolve(SUITE)), module))
                .isEmpty();
        assertThat(SuitePath.of(write(repository.resolve("elsewhere").resolve(SUITE)), module))
                .isEmpty();
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "suite: S\n");
    }
}
