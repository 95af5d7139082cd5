package dev.naysayer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The jar in a container, where there is somebody who builds one and has, or gets, its base. */
@EnabledIfSystemProperty(named = "tests.jar", matches = ".+")
class ContainerTest {

    private static final Path FILE = Path.of("Dockerfile");

    private static final String IMAGE = "naysayer:tested";

    @TempDir
    private Path folder;

    /** What a command came to; 127 where there is no such program, 124 where it did not end in time. */
    private Called call(int seconds, String... line) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Called(127, "", "");
        }
        try {
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            return new Called(ended ? process.exitValue() : 124, Files.readString(out), "");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void suites_that_are_mounted_are_read_by_nobody_in_particular() throws IOException, InterruptedException {
        String builder = Stream.of("docker", "podman")
                .filter(it -> isThere(it))
                .findFirst()
                .orElse("");
        assumeThat(builder).as("docker or podman, with its daemon").isNotEmpty();
        Path context = Files.createDirectories(folder.resolve("context"));
        Files.copy(FILE, context.resolve("Dockerfile"));
        Files.copy(Path.of(System.getProperty("tests.jar")), context.resolve("naysayer.jar"));
        Path suites = Files.createDirectories(folder.resolve("suites"));
        Files.writeString(suites.resolve("orders.auth.yaml"), """
                suite: Orders API
                target: http://localhost:8080
                credentials: {bearer: {token: {good: "${ORDERS_TOKEN}"}}}
                operations: [GET /orders]
                scenarios: [no-token]
                """);

        Called built = call(240, builder, "build", "--tag", IMAGE, context.toString());
        assumeThat(built.out().contains("failed to resolve") || built.out().contains("dial tcp") || built.code() == 124)
                .as("the base image, which nobody gives here")
                .isFalse();
        assertThat(built.code()).as(built.out()).isZero();
        try {
            Called check = call(
                    60,
                    builder,
                    "run",
                    "--rm",
                    "--volume",
                    suites + ":/work:ro",
                    "--env",
                    "ORDERS_TOKEN=x",
                    IMAGE,
                    "check");
            Called user = call(60, builder, "run", "--rm", "--entrypoint", "id", IMAGE, "-u");

            assertThat(check.out()).contains("orders.auth.yaml: ", " cases");
            assertThat(check.code()).isZero();
            assertThat(user.out().strip()).isEqualTo("65534");
        } finally {
            call(60, builder, "image", "rm", "--force", IMAGE);
        }
    }

    private boolean isThere(String builder) {
        try {
            return call(20, builder, "info").code() == 0;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
