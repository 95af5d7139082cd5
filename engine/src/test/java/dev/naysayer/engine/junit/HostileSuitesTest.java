package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import dev.naysayer.dsl.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a folder holds under the name of a suite, a discovery ends soon and in few words. */
@ExtendWith(SuiteKey.class)
@Timeout(60)
class HostileSuitesTest {

    private static final String ORDERS = """
            suite: Orders API
            target: http://127.0.0.1:1
            credentials:
              bearer:
                mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${NAYSAYER_TEST_KEY}"}
            operations: [GET /orders]
            scenarios: [no-token]
            """;

    @TempDir
    Path folder;

    @Test
    void a_pipe_is_not_waited_for() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.auth.yaml");
        Assumptions.assumeTrue(made(pipe), "this system makes no pipes");

        assertThat(issues(selected(pipe)))
                .singleElement()
                .asString()
                .startsWith("pipe.auth.yaml:1:1: the file is no regular file");
        assertThat(Contracts.problems(Contracts.engine().selectors(selectDirectory(folder.toFile()))))
                .hasSize(1);
    }

    @Test
    void a_folder_that_is_called_like_a_suite_is_none() throws IOException {
        Path suite = Files.createDirectory(folder.resolve("folder.auth.yaml"));

        assertThat(issues(selected(suite)))
                .singleElement()
                .asString()
                .startsWith("folder.auth.yaml:1:1: the file is a folder");
    }

    @Test
    void a_large_suite_is_a_problem_unless_the_run_allows_it() throws IOException {
        Path suite = Files.writeString(folder.resolve("large.auth.yaml"), ORDERS + "# " + "x".repeat(1 << 20));

        assertThat(issues(selected(suite)))
                .singleElement()
                .asString()
                .startsWith("large.auth.yaml:1:1: the file is larger than 1 MiB")
                .contains("naysayer.max-file-size");
        assertThat(Contracts.problems(selected(suite).configurationParameter(Setting.MAX_FILE_SIZE.parameter(), "2")))
                .isEmpty();
    }

    @Test
    void what_the_run_allows_holds_also_when_the_suite_is_read_for_sending() throws IOException {
        Path suite = Files.writeString(folder.resolve("large.auth.yaml"), ORDERS + "# " + "x".repeat(1 << 20));

        assertThat(Published.outcomes(selected(suite)
                                .configurationParameter(Setting.MAX_FILE_SIZE.parameter(), "2")
                                .execute())
                        .toString())
                .contains("connection refused")
                .doesNotContain("larger than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "1000", "much", ""})
    void a_size_that_is_none_is_a_problem_of_the_run(String size) throws IOException {
        Path suite = Files.writeString(folder.resolve("orders.auth.yaml"), ORDERS);

        assertThat(Contracts.problems(selected(suite).configurationParameter(Setting.MAX_FILE_SIZE.parameter(), size)))
                .containsExactly("naysayer.max-file-size has to be whole MiB, from 1 to 999");
    }

    @Test
    void of_many_suites_with_many_problems_the_first_are_told() throws IOException {
        String keys = IntStream.range(0, 60).mapToObj("key%d: x\n"::formatted).collect(Collectors.joining());
        for (int i = 0; i < 60; i++) {
            Files.writeString(folder.resolve("orders%02d.auth.yaml".formatted(i)), ORDERS + keys);
        }
        List<String> told = Contracts.problems(Contracts.engine().selectors(selectDirectory(folder.toFile())));

        assertThat(told).hasSize(Problem.MOST + 1 + 59 * 2);
        assertThat(told.get(50)).contains("10 more problems from here on");
        assertThat(told.get(51)).startsWith("orders01.auth.yaml:8:1: unknown key 'key0'");
        assertThat(told.get(52)).startsWith("at least 50 more problems of this suite");
        assertThat(told.toString()).hasSizeLessThan(50_000);
    }

    @Test
    void operations_that_would_be_named_alike_are_counted_too() throws IOException {
        String operations = IntStream.range(0, 2_000)
                .mapToObj(i -> "  - GET /a?%s\n".formatted("?".repeat(i % 100) + "&".repeat(i / 100)))
                .collect(Collectors.joining());
        Path suite = Files.writeString(
                folder.resolve("alike.auth.yaml"),
                ORDERS.replace("operations: [GET /orders]\n", "operations:\n" + operations));

        List<String> told = Contracts.problems(selected(suite));

        assertThat(told).hasSize(Problem.MOST + 1).last().asString().contains("more problems from here on");
    }

    @Test
    void a_path_that_ends_like_a_scenario_begins_is_a_problem_where_two_tests_would_have_one_name() throws IOException {
        Path suite = Files.writeString(
                folder.resolve("orders.auth.yaml"),
                ORDERS.replace("[GET /orders]", "[GET /orders/http2, GET /orders]")
                        .replace("[no-token]", "[no-token, http2-no-token]"));
        Path alone = Files.writeString(
                folder.resolve("alone.auth.yaml"), ORDERS.replace("[GET /orders]", "[GET /orders/http2, GET /orders]"));

        assertThat(issues(selected(suite)))
                .singleElement()
                .asString()
                .contains("the tests of 'GET /orders/http2' would be named like those of 'GET /orders'");
        assertThat(issues(selected(alone))).isEmpty();
    }

    @Test
    void credentials_whose_names_make_two_tests_alike_are_a_problem() throws IOException {
        Path suite = Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                target: http://127.0.0.1:1
                credentials:
                  key: {scheme: api-key, header: X-Key, token: {good: "${command:echo key}"}}
                  key-http2: {scheme: api-key, header: X-Other, token: {good: "${command:echo key}"}}
                requires: [[key, key-http2]]
                operations: [GET /orders]
                scenarios: [no-token, http2-no-token]
                """);

        assertThat(issues(selected(suite)))
                .singleElement()
                .asString()
                .contains(
                        "the test 'GET /orders › key-http2: no-token' would be named like 'GET /orders › key: http2-no-token'")
                .contains("call one of the credentials by another name");
    }

    @Test
    void a_suite_of_too_many_cases_is_a_problem() throws IOException {
        String operations =
                IntStream.range(0, 10_000).mapToObj("  - GET /%d\n"::formatted).collect(Collectors.joining());
        Path suite = Files.writeString(
                folder.resolve("many.auth.yaml"),
                ORDERS.replace("operations: [GET /orders]\n", "operations:\n" + operations)
                        .replace("no-token", "jwt: all"));

        assertThat(issues(selected(suite))).singleElement().asString().contains("the suite makes up to ");
    }

    private static EngineTestKit.Builder selected(Path suite) {
        return Contracts.engine().selectors(selectFile(suite.toString()));
    }

    private static List<String> issues(EngineTestKit.Builder engine) {
        return Contracts.problems(engine);
    }

    private static boolean made(Path pipe) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
