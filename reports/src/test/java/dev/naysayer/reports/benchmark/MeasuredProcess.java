package dev.naysayer.reports.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One program in a JVM of its own, with the JVM's default settings but for these. */
final class MeasuredProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private MeasuredProcess() {}

    /**
     * @param jvm options of the JVM
     * @param folder empty; for what it writes
     */
    static Figures run(Class<?> program, List<String> jvm, Work work, MeasuredApi api, Path folder)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(jvm);
        options.addAll(work.options());
        options.addAll(api.trust());
        options.add("-Dthings.folder=" + folder);
        options.add("-Dnaysayer.report-directory=" + folder.resolve("report"));
        Path console = folder.resolve("console.txt");
        ProcessBuilder builder = new ProcessBuilder(java(options, program))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        builder.environment().put(Work.KEY, work.key());
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(
                        "%s did not end well: %s".formatted(program.getSimpleName(), Files.readString(console)));
            }
            return Figures.read(Duration.ofNanos(System.nanoTime() - start), Files.readAllLines(console));
        } finally {
            process.destroyForcibly();
        }
    }

    static List<String> java(List<String> options, Class<?> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(program.getName());
        return command;
    }
}
