package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file may hold, how much of what is wrong with it is told, and what that costs. */
class FileLimitsTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    private SuiteFiles files;

    @BeforeEach
    void write_suites_into_the_folder() {
        files = new SuiteFiles(folder);
    }

    @Test
    void a_suite_may_have_a_mebibyte_and_no_byte_more() {
        assertThat(files.read(padded(MEBIBYTE))).isInstanceOf(Reading.Understood.class);
        assertThat(problems(files.read(padded(MEBIBYTE + 1))))
                .singleElement()
                .hasToString(String.format("orders.auth.yaml:1:1: the file is larger than 1 MiB%n  | %n  | "
                        + "^ take out what is not needed, or allow more MiB with naysayer.max-file-size"));
    }

    @Test
    void who_reads_may_allow_more() throws IOException {
        Path file = Files.writeString(folder.resolve("large.auth.yaml"), padded(2 * MEBIBYTE));

        assertThat(SuiteFiles.READER.upTo(2L * MEBIBYTE).read(file, folder, SuiteFiles.VARIABLES))
                .isInstanceOf(Reading.Understood.class);
    }

    @Test
    void a_file_that_a_suite_names_has_the_same_limit() throws IOException {
        Files.writeString(folder.resolve("large"), "x".repeat(MEBIBYTE + 1));

        assertThat(problems(files.read(SuiteFiles.ORDERS.replace("${KEY}", "${file:large}"))))
                .extracting(Problem::message)
                .containsExactly("the file 'large' is larger than 1 MiB");
    }

    @Test
    void a_file_that_is_named_a_thousand_times_stands_for_no_gigabyte() throws IOException {
        Files.writeString(folder.resolve("large"), "x".repeat(MEBIBYTE));

        assertThat(problems(files.read(SuiteFiles.ORDERS.replace("${KEY}", "${file:large}".repeat(1_000)))))
                .extracting(Problem::message)
                .containsExactly("from here on the references of this file stand for more than 16 MiB");
    }

    @Test
    void a_file_that_is_the_body_of_many_operations_counts_for_each() throws IOException {
        Files.writeString(folder.resolve("large"), "x".repeat(MEBIBYTE));
        String operations = IntStream.range(0, 16)
                .mapToObj("  - PUT /photos/%d: {mutates: true, media-type: image/jpeg, body-file: large}\n"::formatted)
                .collect(Collectors.joining());

        assertThat(problems(files.read(SuiteFiles.ORDERS.replace("scenarios:", operations + "scenarios:"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.at()).hasToString("orders.auth.yaml:24:72");
                    assertThat(problem.message())
                            .isEqualTo("from here on the references of this file stand for more than 16 MiB");
                });
    }

    @Test
    void of_a_thousand_unknown_scenarios_on_a_line_fifty_are_told_and_the_others_counted() {
        String names =
                IntStream.range(1_000, 2_000).mapToObj("no-tokn-%d"::formatted).collect(Collectors.joining(", "));
        List<Problem> problems = problems(files.read(SuiteFiles.ORDERS.replace("no-token, expired-token", names)));

        assertThat(problems).hasSize(51);
        assertThat(problems.get(50).message()).isEqualTo("950 more problems from here on");
        assertThat(problems.subList(0, 50)).allSatisfy(problem -> {
            assertThat(problem.sourceLine()).hasSizeLessThanOrEqualTo(200);
            assertThat(problem.sourceLine().substring(problem.caret())).startsWith("no-tokn-1");
            assertThat(problem.message())
                    .contains(problem.sourceLine().substring(problem.caret(), problem.caret() + 12));
        });
        assertThat(problems.toString()).hasSizeLessThan(50_000);
    }

    @Test
    void twenty_thousand_unknown_keys_cost_little() {
        String suite = SuiteFiles.ORDERS
                + IntStream.range(0, 20_000)
                        .mapToObj("scenaros%d: x\n"::formatted)
                        .collect(Collectors.joining());
        files.read(suite);
        long begin = System.nanoTime();
        List<Problem> problems = problems(files.read(suite));

        assertThat(problems.get(50).message()).isEqualTo("19950 more problems from here on");
        assertThat(problems.get(0).nextStep()).isEqualTo("did you mean 'scenarios'?");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void problems_of_several_files_are_counted_together() throws IOException {
        Files.writeString(
                folder.resolve("house.profile.yaml"),
                "profile: house\nsummary: Ours.\n"
                        + IntStream.range(0, 100)
                                .mapToObj("k%d: x\n"::formatted)
                                .collect(Collectors.joining()));
        List<Problem> problems =
                problems(files.read(SuiteFiles.ORDERS + "kie: x\n" + "profiles: [house.profile.yaml]\n"));

        assertThat(problems).hasSize(51);
        assertThat(problems.get(0).at().file()).isEqualTo("orders.auth.yaml");
        assertThat(problems.get(1).at().file()).isEqualTo("house.profile.yaml");
        assertThat(problems.get(50).message()).isEqualTo("51 more problems from here on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t"})
    void a_body_of_nothing_is_a_problem(String content) throws IOException {
        Files.writeString(folder.resolve("empty"), content);

        assertThat(problems(files.read(SuiteFiles.ORDERS.replace("{item: book, quantity: 1}", "\"${file:empty}\""))))
                .extracting(Problem::message)
                .containsExactly("what 'body' refers to is empty");
    }

    @Test
    void a_path_is_told_which_character_it_cannot_hold_and_how_to_write_it() {
        assertThat(problems(files.read(SuiteFiles.ORDERS.replace("GET /orders", "GET /bücher"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message())
                            .isEqualTo("the path holds U+00FC LATIN SMALL LETTER U WITH DIAERESIS,"
                                    + " which no URL has as it is");
                    assertThat(problem.nextStep()).isEqualTo("percent-encode it: %C3%BC");
                });
        assertThat(problems(files.read(SuiteFiles.ORDERS.replace("GET /orders:", "\"GET /\\u202Esredro\":"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message())
                            .isEqualTo("this holds U+202E RIGHT-TO-LEFT OVERRIDE, which nobody sees");
                    assertThat(problem.nextStep()).isEqualTo("take it out; in a path it is written %E2%80%AE");
                });
    }

    @Test
    void a_name_may_be_of_any_script() {
        assertThat(files.suite(SuiteFiles.ORDERS.replace("Orders API", "Zamówienia 注文 😀"))
                        .name())
                .isEqualTo("Zamówienia 注文 😀");
    }

    @Test
    void a_mapping_may_be_merged_into_others() {
        assertThat(files.suite(SuiteFiles.ORDERS.replace(
                                "  - GET /orders:  {scope: orders:read}",
                                "  - GET /a: &safe {scope: orders:read}\n  - GET /b: {<<: *safe, tags: b}"))
                        .operations()
                        .get(1)
                        .scopes())
                .containsExactly("orders:read");
    }

    private static String padded(int bytes) {
        String beginning = SuiteFiles.ORDERS + "# ";
        return beginning + "x".repeat(bytes - beginning.length());
    }

    private static List<Problem> problems(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).problems();
    }
}
