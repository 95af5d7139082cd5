package dev.naysayer.reports.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run costs, beside others. In the build it is only seen to work; {@code -Dtests.benchmark=all} writes the page, and the name
 * of a row, such as {@code 1000} or {@code 10000-50ms}, prints that row.
 */
class BenchmarkTest {

    private static final Path PAGE = Path.of("../docs/performance.md");
    private static final String FROM = "<!-- measured -->\n\n";
    private static final String TO = "\n<!-- until here -->";

    @TempDir
    private Path folder;

    @Test
    void each_program_does_its_work_and_has_its_line() throws Exception {
        Benchmark benchmark = new Benchmark(folder);
        Map<Row, Map<Program, Figures>> measured = new LinkedHashMap<>();
        for (Row row : new Row[] {new Row(1, 0, false, 1, 1, false), new Row(20, 0, true, 2, 1, true)}) {
            measured.put(row, benchmark.measure(row));
        }

        assertThat(Benchmark.table(measured).lines())
                .hasSize(2 + 3 + 4)
                .anyMatch(line -> line.startsWith("| 1, 0 ms, 1 in flight | Naysayer | "))
                .anyMatch(line -> line.startsWith("|  | by hand | ") && line.contains(" | 1.00 | 1.00 | "))
                .anyMatch(line -> line.startsWith("|  | by hand, one by one | "))
                .anyMatch(line -> line.startsWith("|  | bare loop | "));
        assertThat(measured.values().stream().flatMap(row -> row.values().stream()))
                .allSatisfy(figures -> {
                    assertThat(figures.wall()).isPositive();
                    assertThat(figures.cpu()).isPositive();
                });
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.benchmark", matches = ".+")
    void the_page_has_what_is_measured() throws Exception {
        String asked = System.getProperty("tests.benchmark", "all");
        Benchmark benchmark = new Benchmark(folder);
        Map<Row, Map<Program, Figures>> measured = new LinkedHashMap<>();
        for (Row row : Row.ALL) {
            if (asked.equals("all") || asked.equals(row.name())) {
                measured.put(row, benchmark.measure(row));
                System.out.println(Benchmark.table(measured));
            }
        }
        assertThat(measured).as("rows called " + asked).isNotEmpty();
        if (asked.equals("all")) {
            write(Benchmark.table(measured));
        }
    }

    private static void write(String table) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(FROM) + FROM.length();
        Files.writeString(PAGE, page.substring(0, from) + table + page.substring(page.indexOf(TO, from)));
    }
}
