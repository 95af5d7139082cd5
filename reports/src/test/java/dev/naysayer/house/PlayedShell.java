package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The machine on which a pipeline's scripts run; what they call is played.
 *
 * @param folder the one that a script begins in
 */
record PlayedShell(Path folder) {

    private static final Path BASH = Path.of("/bin/bash");

    /** What a script came to: its exit code, and what it said. */
    record Ended(int code, String said) {}

    /** Lets a command, by its name or by its path, do what a script says. */
    void command(String name, String script) throws IOException {
        assumeThat(BASH).exists();
        Path file = name.contains("/")
                ? folder.resolve(name)
                : folder.resolve("commands").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** A command that writes down what it was called with, an argument a line, into a file of its name. */
    void recorded(String name, String script) throws IOException {
        command(name, "printf '%s\\n' \"$@\" >> \"" + calls(name) + "\"\n" + script);
    }

    /** All arguments of all its calls. */
    List<String> argumentsOf(String name) throws IOException {
        return Files.exists(calls(name)) ? Files.readAllLines(calls(name)) : List.of();
    }

    private Path calls(String name) {
        return folder.resolve(Path.of(name).getFileName() + ".calls");
    }

    /** Runs a script as the build servers do: it ends at the first command that fails. */
    Ended run(String script, Map<String, String> variables) throws IOException, InterruptedException {
        assumeThat(BASH).exists();
        Path said = folder.resolve("said");
        ProcessBuilder shell = new ProcessBuilder(BASH.toString(), "-e", "-o", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("NAYSAYER_") || name.startsWith("INPUT_") || name.startsWith("GITHUB_"));
        shell.environment().put("PATH", folder.resolve("commands") + ":" + System.getenv("PATH"));
        shell.environment().putAll(variables);
        Process process = shell.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(said));
    }
}
