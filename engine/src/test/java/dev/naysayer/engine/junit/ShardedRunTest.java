package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Shards together send and judge what one run does, and none of them anything of another. */
@ExtendWith(SuiteKey.class)
class ShardedRunTest {

    private static final int SHARDS = 4;

    @RegisterExtension
    private final HeaderApi api = new HeaderApi();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void shards_together_ask_and_judge_what_one_run_does() throws IOException {
        Path suite = suite(24);
        Map<String, OutcomeKind> whole = kinds(run("1/1", selectFile(suite.toString())));
        List<String> asked = asked();

        List<CaseOutcome> parts = new ArrayList<>();
        List<String> askedByShards = new ArrayList<>();
        for (int number = 1; number <= SHARDS; number++) {
            List<CaseOutcome> part = Published.outcomes(run(number + "/" + SHARDS, selectFile(suite.toString())));
            assertThat(part).isNotEmpty().hasSizeLessThan(whole.size());
            parts.addAll(part);
            askedByShards.addAll(asked());
        }

        assertThat(parts).hasSize(whole.size());
        assertThat(kinds(parts)).isEqualTo(whole);
        // No control twice, and nothing for comparisons that another shard asks already.
        assertThat(askedByShards).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void a_shard_without_a_case_is_green_says_so_and_sends_nothing() throws IOException {
        Path suite = suite(1);
        List<EngineExecutionResults> all = IntStream.rangeClosed(1, SHARDS)
                .mapToObj(number -> run(number + "/" + SHARDS, selectFile(suite.toString())))
                .toList();

        List<EngineExecutionResults> empty =
                all.stream().filter(it -> Published.outcomes(it).isEmpty()).toList();
        assertThat(empty).hasSize(SHARDS - 1).allSatisfy(it -> {
            it.allEvents().assertStatistics(stats -> stats.failed(0));
            assertThat(it.testEvents().aborted().list())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getTestDescriptor().getDisplayName())
                            .matches("shard \\d of 4 has no case"));
        });
        // Its control, three refusals, and the control again.
        assertThat(asked()).hasSize(5);
    }

    @Test
    void who_selects_a_case_by_its_id_or_line_gets_it_in_any_shard() throws IOException {
        Path suite = suite(1);
        String id = tests(run("1/1", selectFile(suite.toString()))).get(1);

        for (int number = 1; number <= SHARDS; number++) {
            String shard = number + "/" + SHARDS;
            assertThat(Published.outcomes(run(shard, selectUniqueId(id)))).hasSize(1);
            assertThat(Published.outcomes(run(shard, selectFile(suite.toString(), FilePosition.from(6)))))
                    .hasSize(5);
        }
    }

    @Test
    void a_shard_that_is_none_is_a_problem_and_nothing_is_sent() throws IOException {
        Path suite = suite(1);

        EngineExecutionResults results = run("9/8", selectFile(suite.toString()));

        assertThat(results.containerEvents().failed().list())
                .singleElement()
                .satisfies(
                        event -> assertThat(event.getRequiredPayload(TestExecutionResult.class)
                                        .getThrowable()
                                        .orElseThrow())
                                .hasMessageContaining(
                                        "naysayer.shard has to be a number of how many, counted from 1, such as 2/8, up to 999/999"));
        assertThat(api.server().getAllServeEvents()).isEmpty();
    }

    private Path suite(int operations) throws IOException {
        return Files.writeString(
                folder.resolve("orders.auth.yaml"),
                HeaderApi.suite(operations, "", "no-token, wrong-scheme, empty-header"));
    }

    private EngineExecutionResults run(String shard, DiscoverySelector selector) {
        return Contracts.engine()
                .selectors(selector)
                .configurationParameter(Setting.TARGET.parameter(), api.server().baseUrl())
                .configurationParameter(Setting.SHARD.parameter(), shard)
                .execute();
    }

    private static Map<String, OutcomeKind> kinds(EngineExecutionResults results) {
        return kinds(Published.outcomes(results));
    }

    private static Map<String, OutcomeKind> kinds(List<CaseOutcome> outcomes) {
        return outcomes.stream()
                .collect(Collectors.toMap(it -> it.operation() + " › " + it.scenario(), CaseOutcome::kind));
    }

    /** Since it was last asked. */
    private List<String> asked() {
        List<String> asked = api.server().getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .map(it -> it.getUrl() + " "
                        + (it.getHeader("Authorization") == null
                                ? "nothing"
                                : it.getHeader("Authorization").replaceFirst(" .*", "")))
                .toList();
        api.server().resetRequests();
        return asked;
    }

    private static List<String> tests(EngineExecutionResults results) {
        return results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getUniqueId().toString())
                .toList();
    }
}
