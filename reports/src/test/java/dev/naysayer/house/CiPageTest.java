package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.gate.FailOn;
import dev.naysayer.engine.junit.Setting;
import dev.naysayer.house.DeclaredPipeline.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever copies a pipeline of {@code docs/ci.md} gets one that runs the program, and is red where that is. */
class CiPageTest {

    private static final Path FILE = Path.of("../docs/ci.md");
    private static final ShownPipelines PAGE = ShownPipelines.of("ci.md");
    private static final JsonNode GITLAB = ShownPipelines.file("../docs/ci/gitlab.yml");
    private static final JsonNode HOOK =
            ShownPipelines.file("../.pre-commit-hooks.yaml").get(0);
    private static final Path JENKINSFILE = Path.of("../docs/ci/Jenkinsfile");
    private static final Pattern INPUTS = Pattern.compile("(?s)<!-- inputs -->.*?<!-- until here -->");

    /** Words of a declarative pipeline by what they stand in; those of plugins are behind {@code options}, {@code steps} and {@code always}. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "pipeline", Set.of("agent", "options", "environment", "stages", "post"),
            "options", Set.of("timeout", "copyArtifactPermission"),
            "stages", Set.of("stage"),
            "stage", Set.of("when", "environment", "steps"),
            "when", Set.of("expression", "changeRequest"),
            "steps", Set.of("sh", "error", "copyArtifacts", "lastCompleted"),
            "post", Set.of("always"),
            "always", Set.of("archiveArtifacts"));

    @TempDir
    private Path folder;

    private PlayedShell shell;

    @BeforeEach
    void begin() throws IOException {
        shell = new PlayedShell(folder);
        shell.recorded("git", "[ \"$3\" != rev-parse ] || exit 128; [ \"$1\" != init ] || mkdir -p .naysayer");
        program("exit 0");
    }

    /** Plays the program, which tells by what it would be set. */
    private void program(String script) throws IOException {
        shell.recorded(
                ".naysayer/.ci/naysayer",
                "[ \"$1\" != --version ] || exit 0\nenv | grep ^NAYSAYER_ > settings\n" + script);
    }

    @Test
    void the_workflow_has_no_key_and_no_input_that_is_not_there() throws IOException {
        JsonNode workflow = PAGE.below("GitHub Actions");
        JsonNode step = workflow.at("/jobs/contract/steps/1");

        assertThat(ShownPipelines.violations("github-workflow.schema.json", workflow))
                .isEmpty();
        assertThat(step.at("/uses").asString()).startsWith("owner/naysayer/.github/actions/naysayer@");
        assertThat(new TreeSet<>(ActionTest.ACTION.at("/inputs").propertyNames()))
                .containsAll(step.at("/with").propertyNames());
    }

    @Test
    void the_inputs_on_the_page_are_those_of_the_action() throws IOException {
        String table = ActionTest.ACTION.at("/inputs").properties().stream()
                .map(input -> "| `%s` | %s | %s |\n"
                        .formatted(
                                input.getKey(),
                                input.getValue().at("/description").asString().strip(),
                                input.getValue().has("default")
                                        ? "`" + input.getValue().at("/default").asString() + "`"
                                        : ""))
                .map(row -> row.replace("|  |", "| |"))
                .collect(Collectors.joining());
        String text = INPUTS.matcher(Files.readString(FILE))
                .replaceAll(Matcher.quoteReplacement(
                        "<!-- inputs -->\n\n| input | meaning | where it is left out |\n|---|---|---|\n" + table
                                + "\n<!-- until here -->"));
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(FILE, text);
        }

        assertThat(text).contains("| `suites` |");
        assertThat(FILE)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .hasContent(text);
    }

    @Test
    void every_variable_on_the_page_is_a_setting_or_one_of_the_templates() throws IOException {
        Set<String> known = Stream.concat(
                        Arrays.stream(Setting.values()).map(Setting::variable),
                        Stream.of("NAYSAYER_REPOSITORY", "NAYSAYER_COMMIT", "NAYSAYER_SUITES", "NAYSAYER_JAR"))
                .collect(Collectors.toSet());
        String all =
                PAGE.text() + GITLAB + Files.readString(JENKINSFILE) + Files.readString(Path.of("../.ci/naysayer"));

        assertThat(Pattern.compile("NAYSAYER_[A-Z_]*[A-Z]")
                        .matcher(all)
                        .results()
                        .map(it -> it.group()))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    /** GitLab lays what a pipeline says over what it includes. */
    @Test
    void the_pipeline_of_gitlab_with_what_it_includes_has_no_key_that_gitlab_does_not_know() throws IOException {
        ObjectNode pipeline = (ObjectNode) PAGE.below("GitLab CI");
        String included = pipeline.at("/include/0/remote").asString();
        Set<String> said = new TreeSet<>(pipeline.at("/auth-contract/variables").propertyNames());
        ObjectNode merged = ((ObjectNode) GITLAB.get("auth-contract")).deepCopy();
        said.forEach(name ->
                ((ObjectNode) merged.get("variables")).set(name, pipeline.at("/auth-contract/variables/" + name)));
        pipeline.set("auth-contract", merged);

        assertThat(included).endsWith("/docs/ci/gitlab.yml");
        assertThat(Path.of("..", included.replaceFirst(".*/[0-9a-f]{40}/", ""))).exists();
        assertThat(said).contains(Setting.TARGET.variable());
        assertThat(ShownPipelines.violations("gitlab-ci.schema.json", pipeline)).isEmpty();
        assertThat(GITLAB.at("/auth-contract/artifacts/when").asString()).isEqualTo("always");
    }

    @ParameterizedTest
    @CsvSource({"merge_request_event, 0", "merge_request_event, 1", "push, 2"})
    void on_gitlab_the_program_runs_and_decides(String source, int code) throws Exception {
        program("exit " + code);
        shell.command("curl", "while [ \"$1\" != --output ]; do shift; done; echo '{}' > \"$2\"");

        PlayedShell.Ended ended = gitlab(source);

        assertThat(ended.code()).as(ended.said()).isEqualTo(code);
        assertThat(shell.argumentsOf("naysayer")).containsExactly("run", "--", "my suites; exit 0");
        assertThat(compared()).isEqualTo(source.equals("push") ? Map.of() : withMain());
    }

    @Test
    void on_gitlab_all_is_judged_where_there_is_no_record_yet() throws Exception {
        shell.command("curl", "exit 22");

        PlayedShell.Ended ended = gitlab("merge_request_event");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("no record yet");
        assertThat(compared()).isEmpty();
    }

    @Test
    void on_gitlab_the_program_is_fetched_by_its_commit_where_it_is_not_in_the_cache() throws Exception {
        gitlab("push");
        assertThat(shell.argumentsOf("git")).isEmpty();

        Files.delete(folder.resolve(".naysayer/.ci/naysayer"));
        gitlab("push");
        assertThat(shell.argumentsOf("git"))
                .containsSubsequence("fetch", "-q", "--depth", "1", "https://git.example/n.git", "4711")
                .containsSubsequence("checkout", "-q", "FETCH_HEAD");
    }

    private PlayedShell.Ended gitlab(String source) throws Exception {
        String script = GITLAB.at("/auth-contract/script").values().stream()
                .map(JsonNode::asString)
                .collect(Collectors.joining("\n"));
        return shell.run(
                script,
                Map.of(
                        "CI_PIPELINE_SOURCE", source,
                        "NAYSAYER_REPOSITORY", "https://git.example/n.git",
                        "NAYSAYER_COMMIT", "4711",
                        "NAYSAYER_SUITES", "my suites; exit 0"));
    }

    @Test
    void the_jenkinsfile_has_no_word_that_a_declarative_pipeline_does_not_know() throws IOException {
        Word pipeline = DeclaredPipeline.read(JENKINSFILE, Map.of("JOB_NAME", "acme/orders/main"));

        assertThat(pipeline.deep().filter(it -> WORDS.containsKey(it.name())))
                .hasSizeGreaterThan(10)
                .allSatisfy(it -> assertThat(WORDS.get(it.name()))
                        .containsAll(it.block().stream().map(Word::name).toList()));
        assertThat(pipeline.one("post").one("always").one("archiveArtifacts").arguments())
                .containsExactly(
                        Map.of("artifacts", "naysayer-report/**, naysayer-incomplete/**", "allowEmptyArchive", true));
        // A script in double quotes would have values of the build in its text.
        assertThat(Files.readString(JENKINSFILE)).contains("sh '''").doesNotContain("\"\"\"", "sh \"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void on_jenkins_the_program_runs_and_decides(int code) throws Exception {
        program("mkdir naysayer-report; exit " + code);

        PlayedShell.Ended ended = jenkins(Map.of("JOB_NAME", "acme/orders/main"));

        assertThat(ended.code()).as(ended.said()).isEqualTo(code);
        assertThat(folder.resolve(code == 2 ? "naysayer-incomplete" : "naysayer-report"))
                .exists();
        assertThat(folder.resolve(code == 2 ? "naysayer-report" : "naysayer-incomplete"))
                .doesNotExist();
        assertThat(compared()).isEmpty();
    }

    @Test
    void on_jenkins_a_pull_request_is_compared_with_main_where_that_has_a_record() throws Exception {
        Map<String, String> build = Map.of("JOB_NAME", "acme/orders/PR-7", "CHANGE_ID", "7");
        Word copy = stages(build).stream()
                .flatMap(stage -> stage.one("steps").all("copyArtifacts").stream())
                .findFirst()
                .orElseThrow();

        jenkins(build);

        assertThat(compared()).isEqualTo(withMain());
        assertThat((Map<?, ?>) copy.arguments().get(0))
                .extracting(it -> it.get("projectName"), it -> it.get("target"), it -> it.get("optional"))
                .containsExactly("acme/orders/main", "main", true);
    }

    @Test
    void on_jenkins_a_fork_is_red_before_anything_is_built() throws Exception {
        List<Word> stages = stages(Map.of("JOB_NAME", "acme/orders/PR-7", "CHANGE_ID", "7", "CHANGE_FORK", "stranger"));

        assertThat(stages.get(0).one("steps").one("error").text()).startsWith("A fork gets no secrets");
        assertThat(stages(Map.of("JOB_NAME", "acme/orders/main")).get(0).text()).isEqualTo("Build Naysayer");
    }

    /** The secrets of a pipeline are those of each stage, unless they stand in one. */
    @Test
    void on_jenkins_secrets_are_bound_only_where_tests_run() throws IOException {
        List<String> bound =
                DeclaredPipeline.read(JENKINSFILE, Map.of("JOB_NAME", "a/main")).one("stages").block().stream()
                        .filter(stage -> stage.deep().anyMatch(it -> it.name().equals("credentials")))
                        .map(Word::text)
                        .toList();

        assertThat(bound).containsExactly("Test");
    }

    /** The stages that a build comes to. */
    private static List<Word> stages(Map<String, String> build) throws IOException {
        return stages(DeclaredPipeline.read(JENKINSFILE, build), build);
    }

    private static List<Word> stages(Word pipeline, Map<String, String> build) {
        return pipeline.one("stages").block().stream()
                .filter(stage -> stage.all("when").stream()
                        .flatMap(when -> when.block().stream())
                        .allMatch(it -> it.name().equals("changeRequest")
                                ? build.containsKey("CHANGE_ID")
                                : Boolean.TRUE.equals(it.value())))
                .toList();
    }

    private PlayedShell.Ended jenkins(Map<String, String> build) throws Exception {
        Word pipeline = DeclaredPipeline.read(JENKINSFILE, build);
        Map<String, String> environment = new HashMap<>();
        pipeline.one("environment").block().forEach(it -> environment.put(it.name(), it.text()));
        List<String> scripts = new ArrayList<>();
        for (Word stage : stages(pipeline, build)) {
            stage.one("steps").block().forEach(step -> {
                if (step.name().equals("sh")) {
                    // Each is a process of its own.
                    scripts.add("( set -e\n" + step.text() + ")");
                } else if (step.name().equals("copyArtifacts")) {
                    scripts.add("mkdir main; echo '{}' > main/report.json");
                }
            });
        }
        shell.command("git", "if [ \"$3\" = rev-parse ]; then echo \"$NAYSAYER_COMMIT\"; else exit 1; fi");
        return shell.run(String.join("\n", scripts), environment);
    }

    @Test
    void the_hook_runs_a_file_of_this_repository_when_a_suite_or_what_it_uses_has_changed() {
        Pattern files = Pattern.compile(HOOK.at("/files").asString());
        JsonNode used = PAGE.below("Before a commit").at("/repos/0/hooks/0");

        assertThat(Path.of("..", HOOK.at("/entry").asString().split(" ", 2)[0])).isExecutable();
        assertThat(HOOK.at("/entry").asString()).endsWith(" check");
        assertThat(HOOK.at("/language").asString()).isEqualTo("script");
        assertThat(HOOK.at("/pass_filenames").asBoolean(true)).isFalse();
        assertThat(used.at("/id").asString()).isEqualTo(HOOK.at("/id").asString());
        assertThat(List.of(
                        "suites/orders.auth.yaml",
                        "common.part.yaml",
                        "house.profile.yaml",
                        "waivers.yaml",
                        "platform.waivers.yaml",
                        "schemas/problem.schema.json"))
                .allMatch(file -> files.matcher(file).find());
        assertThat(List.of("pom.xml", "orders.yaml", "orders.auth.yaml.bak", "mywaivers.yaml"))
                .noneMatch(file -> files.matcher(file).find());
    }

    /** What all pastes call. */
    @Test
    void the_program_is_built_once_and_not_at_all_where_a_jar_is_given() throws Exception {
        Files.createDirectories(folder.resolve("source/.ci"));
        Path script = Files.copy(Path.of("../.ci/naysayer"), folder.resolve("source/.ci/naysayer"));
        shell.recorded("mvn", "pwd > built-in; mkdir -p cli/target; touch cli/target/naysayer.jar");
        shell.recorded("java", "exit 1");
        String call = script + " check 'my suites'";

        assertThat(shell.run(call, Map.of()).code()).isEqualTo(1);
        assertThat(shell.run(call, Map.of()).code()).isEqualTo(1);
        assertThat(shell.argumentsOf("mvn")).containsOnlyOnce("package");
        assertThat(folder.resolve("source/built-in")).exists();
        assertThat(shell.argumentsOf("java").subList(0, 4))
                .containsExactly("-jar", folder + "/source/cli/target/naysayer.jar", "check", "my suites");

        Files.writeString(folder.resolve("given.jar"), "");
        shell.run(call, Map.of("NAYSAYER_JAR", "given.jar"));
        assertThat(shell.argumentsOf("java")).containsOnlyOnce("given.jar");
        assertThat(shell.run(call, Map.of("NAYSAYER_JAR", "none.jar")))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(2))
                .satisfies(ended -> assertThat(ended.said()).contains("not there"));
    }

    private static Map<String, String> withMain() {
        return Map.of(
                Setting.BASELINE.variable(), "main/report.json", Setting.FAIL_ON.variable(), FailOn.NEW.toString());
    }

    /** What the program is told to compare with. */
    private Map<String, String> compared() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("settings"))) {
            settings.put(line.split("=", 2)[0], line.split("=", 2)[1]);
        }
        settings.keySet().retainAll(withMain().keySet());
        return settings;
    }
}
