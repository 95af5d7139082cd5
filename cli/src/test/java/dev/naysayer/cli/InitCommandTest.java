package dev.naysayer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.BuildVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newcomer gets, and that it is never in the way of what is there. */
class InitCommandTest {

    private static final Path NEWCOMER = Path.of("../example-suites/src/it/newcomer");
    private static final List<String> VARIABLES = List.of("ORDERS_TOKEN", "ORDERS_PASSWORD", "ORDERS_KEY");

    @TempDir
    private Path folder;

    @AfterEach
    void clear() {
        VARIABLES.forEach(System::clearProperty);
    }

    private Called init(String... further) {
        return Called.with(Stream.concat(Stream.of("init", folder.toString()), Stream.of(further))
                .toArray(String[]::new));
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"bearer,ORDERS_TOKEN", "basic,ORDERS_PASSWORD", "api-key,ORDERS_KEY"})
    void each_scheme_makes_a_suite_without_problems_and_without_untested_conditions(String scheme, String variable)
            throws IOException {
        Called init = init(
                "--scheme=" + scheme,
                "--target=http://127.0.0.1:1",
                "--operation=GET /orders",
                "--operation=HEAD /orders/{id}",
                "--path=id=yes: 1");

        assertThat(init.err()).isEmpty();
        assertThat(init.code()).isZero();
        assertThat(init.out()).contains("Next: set %s, then".formatted(variable), "naysayer check " + folder);
        Path recorded = Path.of("src/test/resources/dev/naysayer/cli/init", scheme + ".auth.yaml");
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(recorded, written("orders.auth.yaml"));
        }
        assertThat(recorded).hasContent(written("orders.auth.yaml"));
        assertThat(Called.with("check", folder.toString()).err()).contains("'%s' is not set".formatted(variable));
        System.setProperty(variable, "eyJhbGciOiJub25lIn0.e30.");
        assertThat(Called.with("check", folder.toString()).all())
                .contains("cases")
                .doesNotContain("cannot be run");
        assertThat(Called.with("explain", folder.toString()).all())
                .contains("/orders/{id}")
                .doesNotContain("not applicable");
    }

    @Test
    void the_schema_lies_where_the_first_line_says() throws IOException {
        init();

        assertThat(written("orders.auth.yaml")).startsWith("# yaml-language-server: $schema=suite.schema.json\n");
        assertThat(written("suite.schema.json"))
                .isEqualTo(Called.with("schema", "suite").out());
    }

    @Test
    void a_project_is_the_one_of_the_readme() throws IOException {
        Called init = init("--maven");

        assertThat(init.code()).isZero();
        assertThat(written("pom.xml"))
                .isEqualTo(Files.readString(NEWCOMER.resolve("pom.xml"))
                        .replace("@project.version@", BuildVersion.version()));
        String test = "src/test/java/com/example/orders/OrdersAuthContractTest.java";
        assertThat(written(test)).isEqualTo(Files.readString(NEWCOMER.resolve(test)));
        assertThat(written("src/test/resources/com/example/orders/orders.auth.yaml"))
                .contains("suite: Orders API");
    }

    @Test
    void names_come_from_the_first_path_or_from_who_says_them() throws IOException {
        assertThat(init("--operation=GET /price-lists/current", "--maven").code())
                .isZero();
        assertThat(files())
                .contains(
                        Path.of("src/test/java/com/example/pricelists/PriceListsAuthContractTest.java"),
                        Path.of("src/test/resources/com/example/pricelists/price-lists.auth.yaml"));
        assertThat(written("pom.xml")).contains("<artifactId>price-lists</artifactId>");
        assertThat(init("--name=stock").code()).isZero();
        assertThat(written("stock.auth.yaml")).contains("suite: Stock API", "${STOCK_URL:-", "${STOCK_TOKEN}");
    }

    @Test
    void a_word_of_java_is_no_package() throws IOException {
        assertThat(init("--maven", "--operation=GET /new").code()).isZero();

        assertThat(written("src/test/java/com/example/newapi/NewAuthContractTest.java"))
                .startsWith("package com.example.newapi;");
    }

    @Test
    void what_is_there_is_left_as_it_is_and_nothing_else_is_written() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "mine");

        Called init = init("--maven");

        assertThat(init.code()).isEqualTo(2);
        assertThat(init.err()).contains("pom.xml is there already: nothing is written");
        assertThat(files()).containsExactly(Path.of("pom.xml"));
        assertThat(written("pom.xml")).isEqualTo("mine");
    }

    @Test
    void a_second_suite_in_a_folder_shares_the_schema() throws IOException {
        assertThat(init().code()).isZero();
        assertThat(init("--name=stock").code()).isZero();
        Files.writeString(folder.resolve("suite.schema.json"), "{}");

        assertThat(init("--name=third").err()).contains("suite.schema.json is there already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--operation=POST /orders | may change something, and a first suite only reads",
                "--operation=orders | is no operation: write method and path",
                "--operation=GET /orders/{id} | needs a value for {id} that is there: --path=id=…",
                "--name=My API | is no name of a suite",
                "--target=api.example | the base URL",
                "--scheme=digest | Invalid value for option '--scheme'"
            })
    void what_would_be_no_suite_that_reads_is_refused(String option, String message) throws IOException {
        Called init = init(option);

        assertThat(init.code()).isEqualTo(2);
        assertThat(init.err()).contains(message);
        assertThat(files()).isEmpty();
    }
}
