package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.rule.comparison.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents show is what the code does. */
class DocumentsTest {

    private static final Path SHOWN =
            Path.of("../engine/src/test/java/dev/naysayer/engine/assertion/RefusalAssertionsTest.java");

    @Test
    void every_probe_has_its_line_on_the_page_of_the_suite() throws IOException {
        String page = Files.readString(Path.of("../docs/suite.md"));

        assertThat(Probe.names())
                .isNotEmpty()
                .allSatisfy(probe -> assertThat(page).contains("| `%s` |".formatted(probe)));
    }

    /** A project outside this repository is built of them, and finds what the README says. */
    @ParameterizedTest
    @CsvSource({
        "xml, pom.xml",
        "yaml, src/test/resources/com/example/orders/orders.auth.yaml",
        "java, src/test/java/com/example/orders/OrdersAuthContractTest.java"
    })
    void what_the_readme_lets_a_newcomer_write_is_what_is_run(String language, String file) throws IOException {
        String shown = Files.readString(Path.of("../README.md"))
                .split("## Write a suite", 2)[1]
                .split("```" + language + "\n", 2)[1]
                .split("```", 2)[0];

        assertThat(Files.readString(Path.of("../example-suites/src/it/newcomer", file)))
                .isEqualTo(shown.replace("<version>0.1.0-SNAPSHOT</version>", "<version>@project.version@</version>"));
    }

    @Test
    void the_assertions_in_the_readme_are_those_of_a_test() throws IOException {
        List<String> example = Files.readAllLines(Path.of("../README.md")).stream()
                .dropWhile(line -> !line.equals("## Assert in Java"))
                .dropWhile(line -> !line.equals("```java"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(example).hasSizeGreaterThan(5);
        assertThat(Files.readAllLines(SHOWN).stream().map(String::strip)).containsSubsequence(example);
    }
}
