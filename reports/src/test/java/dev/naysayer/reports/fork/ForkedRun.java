package dev.naysayer.reports.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Suites in a process of their own, which is ended with the test. */
final class ForkedRun implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Path reports;
    private final Path console;

    private ForkedRun(Process process, Path reports, Path console) {
        this.process = process;
        this.reports = reports;
        this.console = console;
    }

    /** @param suites files, and names of classes */
    static ForkedRun start(Path reports, LoopbackApi api, List<String> options, String... suites) throws IOException {
        return start(reports, api, List.of(), options, ForkedTests.class.getName(), suites);
    }

    /** Another program that runs tests, with its arguments. */
    static ForkedRun startProgram(
            Path reports, LoopbackApi api, List<String> options, String program, String... arguments)
            throws IOException {
        return start(reports, api, List.of(), options, program, arguments);
    }

    /** As Surefire does it: by a shell, which may stay between. */
    static ForkedRun startByShell(Path reports, LoopbackApi api, List<String> options, String... suites)
            throws IOException {
        return start(
                reports,
                api,
                List.of("sh", "-c", "cd . && \"$@\"; exit $?", "sh"),
                options,
                ForkedTests.class.getName(),
                suites);
    }

    /** With environment variables, {@code NAME=value}. */
    static ForkedRun startIn(List<String> environment, Path reports, LoopbackApi api, String... suites)
            throws IOException {
        List<String> before = new ArrayList<>(List.of("env"));
        before.addAll(environment);
        return start(reports, api, before, List.of(), ForkedTests.class.getName(), suites);
    }

    /** A process that can write no file longer than this, as if a disk were full. */
    static ForkedRun startOnFullDisk(
            Path reports, LoopbackApi api, int kibibytes, List<String> options, String... suites) throws IOException {
        return start(
                reports,
                api,
                List.of("bash", "-c", "ulimit -f %d; exec \"$@\"".formatted(kibibytes), "bash"),
                options,
                ForkedTests.class.getName(),
                suites);
    }

    /** A process to which a folder that is read-only is read-only, also where the tests' own user may write everywhere. */
    static ForkedRun startUnprivileged(Path reports, LoopbackApi api, List<String> options, String... suites)
            throws IOException {
        List<String> before = System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")
                : List.of();
        return start(reports, api, before, options, ForkedTests.class.getName(), suites);
    }

    private static ForkedRun start(
            Path reports,
            LoopbackApi api,
            List<String> before,
            List<String> options,
            String program,
            String... arguments)
            throws IOException {
        Path console = Files.createTempFile("console", ".txt");
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A short run: the second compiler would cost more than it gives.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-DTOKEN=" + LoopbackApi.TOKEN,
                "-Dapi=" + api.url(),
                "-Dnaysayer.report-directory=" + reports));
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), program));
        command.addAll(List.of(arguments));
        return new ForkedRun(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile())
                        .start(),
                reports,
                console);
    }

    Process process() {
        return process;
    }

    /** The exit code, once it has ended. */
    int await(long seconds) throws InterruptedException, IOException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running after %d s: %s".formatted(seconds, console()));
        }
        return process.exitValue();
    }

    /** Waits until it has printed this. */
    void awaitConsole(String words) throws InterruptedException, IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!console().contains(words)) {
            if (System.nanoTime() - until > 0 || !process.isAlive()) {
                throw new IllegalStateException("never said '%s': %s".formatted(words, console()));
            }
            Thread.sleep(50);
        }
    }

    String console() throws IOException {
        return Files.readString(console);
    }

    /** What it had of memory at most, as far as the system tells; else 0. */
    long peakMegabytes() throws IOException {
        return console()
                .lines()
                .filter(line -> line.startsWith(ForkedTests.PEAK))
                .mapToLong(line -> Long.parseLong(line.substring(ForkedTests.PEAK.length())))
                .max()
                .orElse(0);
    }

    String page() throws IOException {
        return Files.readString(reports.resolve("index.html"));
    }

    JsonNode report() throws IOException {
        return JSON.readTree(reports.resolve("report.json").toFile());
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(console);
    }
}
