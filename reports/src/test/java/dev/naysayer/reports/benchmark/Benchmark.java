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

/** Runs the programs in turn, so that what else the machine does falls on all of them, and writes down the medians. */
final class Benchmark {

    private static final String HEAD = """
            | cases | | wall s | CPU s | memory MB | of by hand: wall | CPU | memory |
            |---|---|---|---|---|---|---|---|
            """;

    private final Path folder;
    private final String key;

    Benchmark(Path folder) throws JOSEException {
        this.folder = folder;
        this.key = Tokens.newKey();
    }

    /** The table in Markdown. */
    static String table(Map<Row, Map<Program, Figures>> measured) {
        return HEAD
                + measured.entrySet().stream()
                        .flatMap(row -> lines(row.getKey(), row.getValue()))
                        .collect(Collectors.joining());
    }

    private static Stream<String> lines(Row row, Map<Program, Figures> figures) {
        Figures byHand = Objects.requireNonNull(figures.get(Program.BY_HAND));
        return row.programs().stream().map(program -> {
            Figures own = Objects.requireNonNull(figures.get(program));
            return "| %s | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            program == Program.NAYSAYER ? row.words() : "",
                            program.words(),
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
    Map<Program, Figures> measure(Row row) throws IOException, InterruptedException {
        Map<Program, List<Figures>> runs = new LinkedHashMap<>();
        try (MeasuredApi api = MeasuredApi.start(folder, row.latency(), row.tls())) {
            Work work = new Work(api.url(), row.cases(), row.inFlight(), key);
            // The API is a JVM, too, and compiles itself while it is asked.
            run(Program.BARE_LOOP, new Work(api.url(), Math.min(row.cases(), 2000), row.inFlight(), key), row, api);
            for (int i = 0; i < row.runs(); i++) {
                for (Program program : row.programs()) {
                    runs.computeIfAbsent(program, it -> new ArrayList<>())
                            .add(run(program, program.of(work), row, api));
                }
            }
        }
        return runs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> Figures.median(it.getValue())));
    }

    private Figures run(Program program, Work work, Row row, MeasuredApi api) throws IOException, InterruptedException {
        return MeasuredProcess.run(program.main(), row.options(), work, api, Files.createTempDirectory(folder, "run"));
    }
}
