package dev.naysayer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of the container file holds without anybody who builds it. */
class DockerfileTest {

    @Test
    void it_has_the_jar_alone_and_runs_as_nobody_in_particular() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(it -> !it.startsWith("#") && !it.isBlank())
                .toList();

        assertThat(lines.get(0)).matches("FROM [a-z-]+:17-jre[a-z0-9.-]*");
        assertThat(lines)
                .filteredOn(it -> it.startsWith("COPY") || it.startsWith("ADD") || it.startsWith("RUN"))
                .containsExactly("COPY naysayer.jar /opt/naysayer/naysayer.jar");
        assertThat(lines).filteredOn(it -> it.startsWith("USER")).containsExactly("USER 65534:65534");
        assertThat(lines).contains("ENTRYPOINT [\"java\", \"-jar\", \"/opt/naysayer/naysayer.jar\"]");
    }
}
