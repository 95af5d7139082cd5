package dev.naysayer.reports.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one process took, from its start to its end.
 *
 * @param wall in seconds, as its parent sees it
 * @param cpu in seconds, of all its threads, compilers and collectors too
 * @param peak in megabytes of memory that the system gave it; not a number where the system does not tell
 */
record Figures(double wall, double cpu, double peak) {

    private static final String MARK = "figures ";

    /** What the process that runs says of itself when all is done. */
    static void tell() throws IOException {
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.out.println(MARK + cpu.toMillis() + " " + peakKibibytes());
    }

    private static long peakKibibytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(-1);
    }

    /** @param console what the process printed */
    static Figures read(Duration wall, List<String> console) {
        String[] told = console.stream()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the process told no figures: " + console))
                .split(" ", -1);
        long peak = Long.parseLong(told[2]);
        return new Figures(
                wall.toMillis() / 1000.0,
                Long.parseLong(told[1]) / 1000.0,
                peak < 0 ? Double.NaN : peak * 1024 / 1_000_000.0);
    }

    static Figures median(List<Figures> runs) {
        return new Figures(median(runs, Figures::wall), median(runs, Figures::cpu), median(runs, Figures::peak));
    }

    private static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        List<Double> sorted = runs.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
