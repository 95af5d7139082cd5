package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.naysayer.engine.gate.FailOn;
import dev.naysayer.engine.junit.Setting;
import dev.naysayer.reports.format.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whoever copies a pipeline of {@code docs/gating.md} gets one that compares a pull request with the main branch. */
class GatingPageTest {

    private static final ShownPipelines PAGE = ShownPipelines.of("gating.md");
    private static final JsonNode GITHUB = PAGE.below("GitHub Actions");
    private static final JsonNode GITLAB = PAGE.below("GitLab CI");
    private static final Path SHELL = Path.of("/bin/bash");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"GitHub Actions, github-workflow.schema.json", "GitLab CI, gitlab-ci.schema.json"})
    void a_pipeline_has_no_key_and_no_value_that_its_reader_does_not_know(String heading, String schema)
            throws IOException {
        assertThat(ShownPipelines.violations(schema, PAGE.below(heading))).isEmpty();
    }

    @Test
    void every_setting_class_and_file_on_the_page_is_there() {
        PAGE.assertThatItNamesWhatThereIs();
        assertThat(PAGE.all("target/naysayer/[a-z]+\\.[a-z]+"))
                .isNotEmpty()
                .isSubsetOf(ReportFormats.all().stream()
                        .map(it -> "target/naysayer/" + it.fileName())
                        .toList());
    }

    @Test
    void github_keeps_what_it_compares_with_and_shows_what_it_found_also_where_tests_are_red() {
        List<JsonNode> steps = List.copyOf(GITHUB.at("/jobs/contract/steps").values());
        int tests = indexOf(steps, "run", "mvn -B test");

        assertThat(GITHUB.at("/on/push/branches/0").asString()).isEqualTo("main");
        assertThat(GITHUB.at("/on").has("pull_request")).isTrue();
        assertThat(steps.subList(tests + 1, steps.size()))
                .hasSize(3)
                .allMatch(step -> step.at("/if").asString().equals("always()"));
        JsonNode upload = steps.get(indexOf(steps, "uses", "github/codeql-action/upload-sarif@"));
        assertThat(upload.at("/with/sarif_file").asString()).isEqualTo("target/naysayer/report.sarif");
        assertThat(GITHUB.at("/permissions/security-events").asString()).isEqualTo("write");
        JsonNode kept = steps.get(indexOf(steps, "uses", "actions/upload-artifact@"));
        assertThat(fetching()).contains("--name " + kept.at("/with/name").asString() + " --dir main");
        assertThat(fetching()).contains("--workflow " + GITHUB.at("/name").asString() + " ");
        assertThat(kept.at("/with/path").asString()).isEqualTo("target/naysayer");
    }

    @Test
    void on_github_a_pull_request_is_compared_with_main_where_main_has_a_record() throws Exception {
        command(
                "gh",
                "if [ \"$1\" = run ] && [ \"$2\" = list ]; then echo 4711; exit 0; fi\n"
                        + "[ \"$3\" = 4711 ] && mkdir -p main && echo '{}' > main/report.json");

        assertThat(environment(fetching()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Setting.BASELINE.variable(),
                        "main/report.json",
                        Setting.FAIL_ON.variable(),
                        FailOn.NEW.toString()));
        assertThat(folder.resolve("main/report.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 0", "if [ \"$2\" = list ]; then echo 4711; exit 0; fi; exit 1"})
    void on_github_all_is_judged_where_main_has_none(String answer) throws Exception {
        command("gh", answer);

        assertThat(environment(fetching())).isEmpty();
    }

    @Test
    void on_gitlab_a_merge_request_is_compared_with_the_default_branch_where_that_has_a_record() throws Exception {
        command("curl", "while [ \"$1\" != --output ]; do shift; done; echo '{}' > \"$2\"");
        command("mvn", "env | grep ^NAYSAYER_ > \"$GITHUB_ENV\"; exit 0");

        assertThat(environment("CI_PIPELINE_SOURCE=merge_request_event\n" + script()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Setting.BASELINE.variable(),
                        "main/report.json",
                        Setting.FAIL_ON.variable(),
                        FailOn.NEW.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge_request_event", "push"})
    void on_gitlab_all_is_judged_where_it_has_none_and_on_that_branch(String source) throws Exception {
        command("curl", "exit 22");
        command("mvn", "env | grep ^NAYSAYER_ > \"$GITHUB_ENV\"; exit 0");

        assertThat(environment("CI_PIPELINE_SOURCE=" + source + "\n" + script()))
                .isEmpty();
    }

    private static String fetching() {
        List<JsonNode> steps = List.copyOf(GITHUB.at("/jobs/contract/steps").values());
        return steps.get(indexOf(steps, "name", "Fetch the record of main"))
                .at("/run")
                .asString();
    }

    private static String script() {
        return GITLAB.at("/auth-contract/script").values().stream()
                .map(JsonNode::asString)
                .collect(Collectors.joining("\n"));
    }

    private static int indexOf(List<JsonNode> steps, String key, String beginning) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).path(key).asString("").startsWith(beginning)) {
                return i;
            }
        }
        throw new AssertionError("no step has %s: %s".formatted(key, beginning));
    }

    /** What a script calls, played. */
    private void command(String name, String script) throws IOException {
        assumeThat(SHELL).exists();
        Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** The variables that a step leaves to those behind it. */
    private Map<String, String> environment(String script) throws Exception {
        Path variables = Files.writeString(folder.resolve("variables"), "");
        ProcessBuilder shell = new ProcessBuilder(SHELL.toString(), "-e", "-o", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("NAYSAYER_"));
        shell.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        shell.environment().put("GITHUB_ENV", variables.toString());
        Process process = shell.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("said")))
                .isZero();
        return Files.readAllLines(variables).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1], (one, other) -> other, TreeMap::new));
    }
}
