package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildFolderTest {

    @TempDir
    private Path project;

    private final Properties properties = new Properties();

    @Test
    void maven_has_its_report_in_target() throws IOException {
        holds("pom.xml");

        assertThat(report()).isEqualTo("target/naysayer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build.gradle", "build.gradle.kts"})
    void a_project_of_gradle_has_its_report_in_build_also_where_an_ide_runs_it(String file) throws IOException {
        holds(file);

        assertThat(report()).isEqualTo("build/naysayer");
    }

    @Test
    void gradle_has_its_report_in_build_wherever_its_tests_run() throws IOException {
        holds("pom.xml");
        properties.setProperty("org.gradle.test.worker", "1");

        assertThat(report()).isEqualTo("build/naysayer");
    }

    @Test
    void where_both_build_files_lie_or_none_it_is_as_it_was() throws IOException {
        assertThat(report()).isEqualTo("target/naysayer");

        holds("pom.xml");
        holds("build.gradle");

        assertThat(report()).isEqualTo("target/naysayer");
    }

    private String report() {
        return BuildFolder.report(project, properties);
    }

    private void holds(String file) throws IOException {
        Files.createFile(project.resolve(file));
    }
}
