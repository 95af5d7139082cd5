package dev.naysayer.reports.benchmark;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the three programs in turn, so that what else the machine does falls on all of them, and writes down the medians. */
final class Benchmark {

    private static final List<Class<?>> PROGRAMS = List.of(OurSuite.class, ByHand.class, BareLoop.class);

    private static final String HEAD = """
            | cases | | wall s | CPU s | memory MB | of by hand: wall | CPU | memory |
            |---|---|---|---|---|---|---|---|
            """;

    private static final Map<Class<?>, String> NAMES = Map.of(
            OurSuite.class, "Naysayer",
            ByHand.class, "by hand",
            BareLoop.class, "bare loop");

    private final Path folder;
    private final String key;

    Benchmark(Path folder) throws JOSEException {
        this.folder = folder;
        this.key = Tokens.newKey();
    }

    /** The table in Markdown. */
    static String table(Map<Row, Map<Class<?>, Figures>> measured) {
        return HEAD
                + measured.entrySet().stream()
                        .flatMap(row -> lines(row.getKey(), row.getValue()))
                        .collect(Collectors.joining());
    }

    private static Stream<String> lines(Row row, Map<Class<?>, Figures> figures) {
        Figures byHand = Objects.requireNonNull(figures.get(ByHand.class));
        return PROGRAMS.stream().map(program -> {
            Figures own = Objects.requireNonNull(figures.get(program));
            return "| %s | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            program == OurSuite.class ? row.words() : "",
                            NAMES.get(program),
                            number(own.wall(), 2),
                            number(own.cpu(), 2),
                            number(own.peak(), 0),
                            number(own.wall() / byHand.wall(), 2),
                            number(own.cpu() / byHand.cpu(), 2),
                            number(own.peak() / byHand.peak(), 2));
        });
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** The medians of each program. */
    Map<Class<?>, Figures> measure(Row row) throws IOException, InterruptedException {
        Map<Class<?>, List<Figures>> runs = new LinkedHashMap<>();
        try (MeasuredApi api = MeasuredApi.start(folder, row.latency(), row.tls())) {
            Work work = new Work(api.url(), row.cases(), row.inFlight(), key);
            // The API is a JVM, too, and compiles itself while it is asked.
            run(BareLoop.class, new Work(api.url(), Math.min(row.cases(), 2000), row.inFlight(), key), api);
            for (int i = 0; i < row.runs(); i++) {
                for (Class<?> program : PROGRAMS) {
                    runs.computeIfAbsent(program, it -> new ArrayList<>()).add(run(program, work, api));
                }
            }
        }
        return runs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> Figures.median(it.getValue())));
    }

    private Figures run(Class<?> program, Work work, MeasuredApi api) throws IOException, InterruptedException {
        return MeasuredProcess.run(program, work, api, Files.createTempDirectory(folder, "run"));
    }
}
