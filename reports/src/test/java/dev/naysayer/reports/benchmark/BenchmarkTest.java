package dev.naysayer.reports.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    @EnabledIfSystemProperty(named = "tests.every", matches = "true")
    void each_program_does_its_work() throws Exception {
        Map<Program, Figures> measured = new Benchmark(folder).measure(new Row(20, 0, true, 2, 1, true));

        assertThat(measured).containsOnlyKeys(Program.values());
        assertThat(measured.values()).allSatisfy(figures -> {
            assertThat(figures.wall()).isPositive();
            assertThat(figures.cpu()).isPositive();
        });
    }

    @Test
    void each_program_of_a_row_has_its_line_beside_that_of_tests_by_hand() {
        List<Program> all = List.of(Program.values());
        Map<Row, Map<Program, Figures>> measured = new LinkedHashMap<>();
        for (Row row : new Row[] {new Row(1, 0, false, 1, 1, false), new Row(1000, 0, true, 2, 1, true)}) {
            measured.put(
                    row,
                    row.programs().stream()
                            .collect(Collectors.toMap(
                                    program -> program, program -> new Figures(1 + all.indexOf(program), 2, 400))));
        }

        assertThat(Benchmark.table(measured).lines().skip(2))
                .containsExactly(
                        "| 1, 0 ms, 1 in flight | Naysayer | 1.00 | 2.00 | 400 | 0.50 | 1.00 | 1.00 |",
                        "|  | by hand | 2.00 | 2.00 | 400 | 1.00 | 1.00 | 1.00 |",
                        "|  | bare loop | 4.00 | 2.00 | 400 | 2.00 | 1.00 | 1.00 |",
                        "| 1,000, 0 ms, TLS, 2 in flight, lean JVM | Naysayer | 1.00 | 2.00 | 400 | 0.50 | 1.00 | 1.00 |",
                        "|  | by hand | 2.00 | 2.00 | 400 | 1.00 | 1.00 | 1.00 |",
                        "|  | by hand, one by one | 3.00 | 2.00 | 400 | 1.50 | 1.00 | 1.00 |",
                        "|  | bare loop | 4.00 | 2.00 | 400 | 2.00 | 1.00 | 1.00 |");
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
