package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The GitHub action: its form, and its scripts, run as a runner does with what they call played. */
class ActionTest {

    static final JsonNode ACTION = ShownPipelines.file("../.github/actions/naysayer/action.yml");

    private static final String SCHEMA = "github-action.schema.json";
    private static final Pattern INPUT = Pattern.compile("inputs\\.([a-z-]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\b(INPUT_[A-Z_]+|WITHOUT_SECRETS)\\b");
    private static final String HOSTILE =
            "https://a.example/'$(touch broken-out)`touch broken-out`\"; touch broken-out #";

    @TempDir
    private Path folder;

    private PlayedShell shell;

    @BeforeEach
    void begin() throws IOException {
        shell = new PlayedShell(folder);
        program("exit 0");
    }

    /** Plays the program: what it leaves, and how it ends. */
    private void program(String script) throws IOException {
        Files.deleteIfExists(folder.resolve("naysayer.calls"));
        shell.recorded("source/.ci/naysayer", "echo \"$NAYSAYER_JAR\" > jar\n" + script);
    }

    @Test
    void it_has_no_key_and_no_value_that_a_runner_does_not_know() throws IOException {
        assertThat(ShownPipelines.violations(SCHEMA, ACTION)).isEmpty();
    }

    /** Else the test above could not fail. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"run\":\"echo ${{ inputs.target }}\",\"shell\":\"bash\"}",
                "{\"name\":\"a\",\"run\":\"echo\"}",
                "{\"name\":\"a\",\"uses\":\"actions/cache@v4\"}",
                "{\"name\":\"a\",\"run\":\"echo\",\"shell\":\"bash\",\"env\":{\"TARGET\":\"a\"}}"
            })
    void a_step_that_would_be_wrong_or_unsafe_is_found(String step) throws IOException {
        String action = "{\"name\":\"a\",\"description\":\"a\",\"inputs\":{},\"outputs\":{},"
                + "\"runs\":{\"using\":\"composite\",\"steps\":[%s]}}";

        assertThat(ShownPipelines.violations(SCHEMA, new JsonMapper().readTree(action.formatted(step))))
                .isNotEmpty();
        assertThat(ShownPipelines.violations(
                        SCHEMA,
                        new JsonMapper()
                                .readTree(action.formatted("{\"name\":\"a\",\"run\":\"echo\",\"shell\":\"bash\"}"))))
                .isEmpty();
    }

    @Test
    void every_input_is_used_and_every_input_that_is_used_is_declared() {
        Set<String> used = INPUT.matcher(ACTION.toString())
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(new TreeSet<>(ACTION.at("/inputs").propertyNames()));
    }

    @Test
    void every_variable_of_a_script_is_given_to_it() {
        assertThat(ACTION.at("/runs/steps").values().stream().filter(it -> it.has("run")))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(VARIABLE.matcher(step.at("/run").asString())
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toSet()))
                        .isEqualTo(step.at("/env").propertyNames().stream()
                                // gh reads it by itself.
                                .filter(name -> !name.equals("GH_TOKEN"))
                                .collect(Collectors.toSet())));
    }

    @Test
    void every_option_that_it_says_is_one_of_the_program() throws IOException {
        String help = Files.readString(Path.of("../docs/cli.md"))
                .split("<!-- help of run -->", 2)[1]
                .split("<!-- until here -->", 2)[0];

        assertThat(Pattern.compile("(?m)^say ([a-z-]+)|--([a-z-]+)")
                        .matcher(script("Test"))
                        .results()
                        .map(it -> it.group(1) == null ? it.group(2) : it.group(1)))
                .contains("report", "fail-on", "require-obtainable")
                .allSatisfy(option -> assertThat(help).contains("--" + option));
    }

    @Test
    void whatever_an_input_holds_reaches_the_program_as_it_is_and_no_shell_reads_it() throws Exception {
        PlayedShell.Ended ended = test(
                Map.of(
                        "suites", "suites\n-x $(touch broken-out)",
                        "target", HOSTILE,
                        "env", "staging",
                        "max-warnings", "3",
                        "max-inconclusive", "2",
                        "min-cases", "80",
                        "require-obtainable", "true",
                        "formats", "sarif,badge",
                        "options", "--tag=a & b\n\n--set=rate-limit=5",
                        "jar", "my jar.jar"),
                Map.of("INPUT_FAIL_ON", "should"));

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(shell.argumentsOf("naysayer"))
                .containsExactly(
                        "run",
                        "--report=naysayer-report",
                        "--target=" + HOSTILE,
                        "--env=staging",
                        "--max-warnings=3",
                        "--max-inconclusive=2",
                        "--min-cases=80",
                        "--formats=sarif,badge",
                        "--require-obtainable",
                        "--fail-on=should",
                        "--tag=a & b",
                        "--set=rate-limit=5",
                        "--",
                        "suites",
                        "-x $(touch broken-out)");
        assertThat(Files.readString(folder.resolve("jar"))).isEqualTo("my jar.jar\n");
        assertThat(folder.resolve("broken-out")).doesNotExist();
    }

    @Test
    void what_no_input_says_is_left_to_the_program() throws Exception {
        test(Map.of(), Map.of());

        assertThat(shell.argumentsOf("naysayer")).containsExactly("run", "--report=naysayer-report", "--", ".");
        assertThat(Files.readString(folder.resolve("jar"))).isEqualTo(folder + "/temp/naysayer/naysayer.jar\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void the_exit_code_decides_and_what_there_is_of_a_report_is_shown_and_kept(int code) throws Exception {
        program(
                "mkdir naysayer-report; cd naysayer-report; touch report.json report.sarif; echo '# Found' > summary.md; exit "
                        + code);

        PlayedShell.Ended ended = test(Map.of(), Map.of());

        assertThat(ended.code()).as(ended.said()).isEqualTo(code);
        assertThat(outputs()).contains("exit-code=" + code, "report=true", "sarif=true");
        // A record of which something is missing must not be taken for one to compare with.
        assertThat(outputs().contains("suffix=-incomplete")).isEqualTo(code == 2);
        assertThat(folder.resolve("summary")).hasContent("# Found");
        assertThat(ended.said()).doesNotContain("::");
    }

    @Test
    void where_nothing_could_be_sent_the_summary_says_so_and_nothing_is_uploaded() throws Exception {
        program("exit 2");

        assertThat(test(Map.of(), Map.of()).code()).isEqualTo(2);
        assertThat(outputs()).containsExactly("exit-code=2", "suffix=-incomplete");
        assertThat(folder.resolve("summary")).content().startsWith("Nothing was sent");
    }

    @Test
    void a_run_without_secrets_is_red_says_why_and_asks_for_no_right_that_it_has_not() throws Exception {
        program("mkdir naysayer-report; touch naysayer-report/report.json naysayer-report/report.sarif; exit 2");

        PlayedShell.Ended ended = test(Map.of(), Map.of("WITHOUT_SECRETS", "true"));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("::notice::This run gets no secrets");
        assertThat(outputs()).containsExactly("exit-code=2", "report=true", "suffix=-incomplete");
    }

    @Test
    void nothing_goes_to_code_scanning_where_that_is_not_wanted() throws Exception {
        program("mkdir naysayer-report; touch naysayer-report/report.json naysayer-report/report.sarif");

        test(Map.of("sarif", "false"), Map.of());

        assertThat(outputs()).containsExactly("exit-code=0", "report=true");
    }

    @Test
    void only_what_is_new_is_red_where_there_is_a_record_to_compare_with() throws Exception {
        Files.writeString(folder.resolve("main.json"), "{}");

        PlayedShell.Ended ended = test(Map.of("fail-on", "new"), Map.of("INPUT_BASELINE", "main.json"));

        assertThat(shell.argumentsOf("naysayer")).contains("--baseline=main.json", "--fail-on=new");
        assertThat(ended.said()).doesNotContain("::notice::");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not-there.json"})
    void every_broken_must_is_red_where_there_is_none_yet(String baseline) throws Exception {
        PlayedShell.Ended ended = test(Map.of("fail-on", "new"), Map.of("INPUT_BASELINE", baseline));

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("::notice::There is no record to compare with yet");
        assertThat(shell.argumentsOf("naysayer"))
                .contains("--fail-on=must")
                .noneMatch(it -> it.startsWith("--baseline"));
    }

    @Test
    void the_report_of_an_earlier_step_never_passes_for_that_of_this_one() throws Exception {
        Files.createDirectories(folder.resolve("naysayer-report"));
        Files.writeString(folder.resolve("naysayer-report/report.json"), "{}");

        PlayedShell.Ended ended = test(Map.of(), Map.of());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("::error::", "a 'report' of its own");
        assertThat(shell.argumentsOf("naysayer")).isEmpty();
        assertThat(outputs()).isEmpty();
    }

    /** The newest run was cancelled before it kept a record. */
    @Test
    void the_record_of_a_branch_is_that_of_the_last_push_that_kept_one() throws Exception {
        shell.recorded("gh", """
                if [ "$2" = list ]; then echo 12; echo 11; echo 10; exit 0; fi
                [ "$3" != 12 ] || exit 1
                while [ "$1" != --dir ]; do shift; done
                mkdir -p "$2" && echo '{}' > "$2/report.json"
                """);

        PlayedShell.Ended ended = fetch();

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(outputs()).containsExactly("record=" + folder.resolve("temp/naysayer-baseline-11/report.json"));
        assertThat(folder.resolve("temp/naysayer-baseline-11/report.json")).exists();
        assertThat(shell.argumentsOf("gh"))
                .containsSubsequence("--workflow", "auth.yml", "--branch", HOSTILE, "--event", "push")
                .containsSubsequence("run", "download", "11", "--name", "auth-contract-report")
                .doesNotContain("10");
        assertThat(folder.resolve("broken-out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "exit 0", "if [ \"$2\" = list ]; then echo 12; exit 0; fi; exit 1"})
    void a_branch_without_a_record_stops_nothing(String answer) throws Exception {
        shell.command("gh", answer);

        assertThat(fetch().code()).isZero();
        assertThat(outputs()).isEmpty();
    }

    @Test
    void the_jar_of_other_sources_has_another_key() throws Exception {
        Files.createDirectories(folder.resolve("source/cli/src/main"));
        Files.createDirectories(folder.resolve("source/.mvn"));
        Files.writeString(folder.resolve("source/pom.xml"), "<project/>");
        Files.writeString(folder.resolve("source/cli/pom.xml"), "<project/>");
        Path java = Files.writeString(folder.resolve("source/cli/src/main/Main.java"), "class Main {}");

        step("Say what the jar is made of", Map.of(), Map.of());
        step("Say what the jar is made of", Map.of(), Map.of());
        Files.writeString(java, "class Main { }");
        step("Say what the jar is made of", Map.of(), Map.of());

        List<String> keys = outputs();
        assertThat(keys).hasSize(3).allMatch(key -> key.matches("key=naysayer-[0-9a-f]{40}"));
        assertThat(keys.get(1)).isEqualTo(keys.get(0)).isNotEqualTo(keys.get(2));
    }

    @ParameterizedTest
    @CsvSource({"Upload to code scanning, sarif", "Keep the report, report"})
    void what_was_found_is_kept_also_where_it_is_red(String name, String output) {
        assertThat(named(name).at("/if").asString())
                .isEqualTo("always() && steps.run.outputs.%s == 'true'".formatted(output));
    }

    private PlayedShell.Ended test(Map<String, String> inputs, Map<String, String> variables) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("INPUT_BASELINE", "", "WITHOUT_SECRETS", "false"));
        all.putAll(variables);
        return step("Test", inputs, all);
    }

    private PlayedShell.Ended fetch() throws Exception {
        return step(
                "Fetch the record of the baseline's branch",
                Map.of("baseline-branch", HOSTILE),
                Map.of(
                        "GH_TOKEN", "",
                        "GITHUB_REPOSITORY", "acme/orders",
                        "GITHUB_WORKFLOW_REF", "acme/orders/.github/workflows/auth.yml@refs/pull/7/merge"));
    }

    /** @param variables what the runner says, and what follows from more than one input */
    private PlayedShell.Ended step(String name, Map<String, String> inputs, Map<String, String> variables)
            throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "GITHUB_ACTION_PATH",
                        folder.resolve("source/.github/actions/naysayer").toString(),
                "GITHUB_OUTPUT", folder.resolve("outputs").toString(),
                "GITHUB_STEP_SUMMARY", folder.resolve("summary").toString(),
                "RUNNER_TEMP", folder.resolve("temp").toString()));
        Files.createDirectories(folder.resolve("source/.github/actions/naysayer"));
        named(name).at("/env").properties().forEach(variable -> {
            Matcher one = Pattern.compile("\\$\\{\\{ inputs\\.([a-z-]+) \\}\\}")
                    .matcher(variable.getValue().asString());
            environment.put(
                    variable.getKey(),
                    one.matches()
                            ? inputs.getOrDefault(one.group(1), byDefault(one.group(1)))
                            : Objects.requireNonNull(variables.get(variable.getKey()), variable.getKey()));
        });
        environment.putAll(variables);
        return shell.run(script(name), environment);
    }

    private static String byDefault(String input) {
        return ACTION.at("/inputs/" + input + "/default").asString("");
    }

    private static String script(String name) {
        return named(name).at("/run").asString();
    }

    private static JsonNode named(String name) {
        return ACTION.at("/runs/steps").values().stream()
                .filter(step -> step.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> outputs() throws IOException {
        Path outputs = folder.resolve("outputs");
        return Files.exists(outputs) ? Files.readAllLines(outputs) : List.of();
    }
}
