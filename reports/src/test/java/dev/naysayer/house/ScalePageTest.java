package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.Setting;
import dev.naysayer.engine.plan.Shard;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever copies a pipeline of {@code docs/scale.md} gets one that runs all shards and merges them. */
class ScalePageTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ShownPipelines PAGE = ShownPipelines.of("scale.md");

    private static final JsonNode GITHUB = PAGE.below("GitHub Actions");
    private static final JsonNode GITLAB = PAGE.below("GitLab CI");
    private static final JsonNode KUBERNETES = PAGE.below("Kubernetes");

    @ParameterizedTest
    @CsvSource({
        "GitHub Actions, github-workflow.schema.json",
        "GitLab CI, gitlab-ci.schema.json",
        "Kubernetes, indexed-job.schema.json"
    })
    void a_pipeline_has_no_key_and_no_value_that_its_reader_does_not_know(String heading, String schema)
            throws IOException {
        assertThat(ShownPipelines.violations(schema, PAGE.below(heading))).isEmpty();
    }

    /** Else the test above could not fail. */
    @ParameterizedTest
    @CsvSource({
        "github-workflow.schema.json, '{\"name\":\"a\",\"on\":[\"push\"],\"jobs\":{\"a\":{\"run-on\":\"x\",\"steps\":[{\"run\":\"x\"}]}}}'",
        "github-workflow.schema.json, '{\"name\":\"a\",\"on\":[\"push\"],\"jobs\":{\"a\":{\"runs-on\":\"x\",\"steps\":[{\"run\":\"x\",\"uses\":\"a/b@v1\"}]}}}'",
        "gitlab-ci.schema.json, '{\"stages\":[\"test\"],\"shard\":{\"stage\":\"test\",\"script\":[\"x\"],\"paralel\":4}}'",
        "indexed-job.schema.json, '{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\":{\"generateName\":\"a-\"},\"spec\":{\"completions\":8,\"template\":{\"spec\":{\"restartPolicy\":\"Never\",\"containers\":[{\"name\":\"a\",\"image\":\"a\"}]}}}}'"
    })
    void what_is_spelt_badly_is_found(String schema, String wrong) throws IOException {
        assertThat(ShownPipelines.violations(schema, JSON.readTree(wrong))).isNotEmpty();
    }

    @Test
    void the_matrix_of_github_makes_all_shards_of_as_many_as_it_has_jobs() {
        JsonNode job = GITHUB.at("/jobs/shard");
        List<Integer> numbers = ints(job.at("/strategy/matrix/shard"));
        String setting = Objects.requireNonNull(env(job).get(Setting.SHARD.variable()));

        assertThat(numbers).hasSizeGreaterThan(1);
        assertThatAllShardsRun(
                numbers.size(),
                index -> setting.replace("${{ matrix.shard }}", String.valueOf(numbers.get(index)))
                        .replace("${{ strategy.job-total }}", String.valueOf(numbers.size())));
        assertThat(job.at("/strategy/fail-fast").asBoolean(true)).isFalse();
        assertThat(env(job)).containsKey(Setting.RUN_ID.variable());
        // Each has an artifact of its own name, and the merge takes all of them.
        assertThat(with(job, "name")).contains("shard-${{ matrix.shard }}");
        assertThat(with(GITHUB.at("/jobs/report"), "pattern")).contains("shard-*");
        assertThat(with(job, "path")).containsExactly("target/naysayer");
    }

    @Test
    void the_parallel_jobs_of_gitlab_make_all_shards_of_as_many() {
        JsonNode job = GITLAB.at("/shard");
        int parallel = job.at("/parallel").asInt();
        String command = job.at("/script/0").asString();
        String setting = captured("-D" + Setting.SHARD.parameter() + "=(\\S+)", command);

        assertThat(parallel).isGreaterThan(1);
        assertThatAllShardsRun(
                parallel,
                index -> setting.replace("$CI_NODE_INDEX", String.valueOf(index + 1))
                        .replace("$CI_NODE_TOTAL", String.valueOf(parallel)));
        String folder = captured("-D" + Setting.REPORT_DIRECTORY.parameter() + "=(\\S+)", command);
        assertThat(folder).isEqualTo("shards/$CI_NODE_INDEX");
        assertThat(job.at("/artifacts/paths/0").asString()).isEqualTo("shards/");
        assertThat(GITLAB.at("/stages").values().stream().map(JsonNode::asString))
                .containsExactly(
                        job.at("/stage").asString(), GITLAB.at("/report/stage").asString());
    }

    @Test
    void the_pods_of_the_job_make_all_shards_of_as_many_as_it_has_completions() {
        JsonNode spec = KUBERNETES.at("/spec");
        JsonNode container = spec.at("/template/spec/containers/0");
        Map<String, JsonNode> env = container.at("/env").values().stream()
                .collect(Collectors.toMap(it -> it.at("/name").asString(), it -> it));
        int completions = spec.at("/completions").asInt();

        assertThat(Objects.requireNonNull(env.get(Setting.SHARDS.variable()))
                        .at("/value")
                        .asString())
                .isEqualTo("" + completions);
        assertThat(env).containsKey(Setting.RUN_ID.variable());
        assertThat(spec.at("/parallelism").asInt()).isLessThanOrEqualTo(completions);
        assertThat(container.at("/volumeMounts/0/name").asString())
                .isEqualTo(spec.at("/template/spec/volumes/0/name").asString());
        // Each Pod writes into a folder of its own on the volume that all of them share.
        assertThat(container.at("/command/2").asString())
                .contains("=" + container.at("/volumeMounts/0/mountPath").asString() + "/")
                .contains("$JOB_COMPLETION_INDEX");
    }

    @Test
    void every_setting_and_every_class_on_the_page_is_there() {
        PAGE.assertThatItNamesWhatThereIs();
    }

    private static void assertThatAllShardsRun(int of, IntFunction<String> setting) {
        assertThat(IntStream.range(0, of).mapToObj(setting).map(Shard::of))
                .allSatisfy(shard -> assertThat(shard).isPresent())
                .extracting(shard -> shard.orElseThrow())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, of)
                        .mapToObj(number -> new Shard(number, of))
                        .toList());
    }

    private static Map<String, String> env(JsonNode job) {
        return job.at("/steps").values().stream()
                .flatMap(step -> step.at("/env").properties().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().asString()));
    }

    private static List<String> with(JsonNode job, String key) {
        return job.at("/steps").values().stream()
                .map(step -> step.at("/with").path(key))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<Integer> ints(JsonNode array) {
        return array.values().stream().map(JsonNode::asInt).toList();
    }

    private static String captured(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElseThrow();
    }
}
