package dev.naysayer.examples.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found in each way to be a server of tools, by both revisions: {@code mcp-findings.txt}, no more and no less. */
public class McpWaysTest {

    public static final RecordedAnswers EXPECTED = RecordedAnswers.of(McpWaysTest.class, "mcp-findings.txt");

    @AuthContract(value = "mcp-2026-07-28.auth.yaml", target = McpTarget.class)
    private static final class Later {}

    @ParameterizedTest
    @EnumSource
    void each_way_is_told_just_what_is_wrong(Way way) {
        SuiteLauncher.Run sessions = run(way, McpAuthContractTest.class);
        SuiteLauncher.Run later = run(way, Later.class);

        EXPECTED.check(way.name(), found(sessions, later));
        assertThat(Stream.concat(sessions.outcomes().stream(), later.outcomes().stream())
                        .filter(it -> it.kind() == OutcomeKind.INCONCLUSIVE))
                .isEmpty();
        assertThat(EXPECTED.answer(way.name()).equals(Findings.NOTHING)).isEqualTo(way.isRight());
    }

    @Test
    void every_way_is_expected() {
        EXPECTED.checkTitles(Arrays.stream(Way.values()).map(Way::name).toList());
    }

    @Test
    void the_operations_of_one_path_are_told_apart() {
        assertThat(run(Way.STRICT, McpAuthContractTest.class).outcomes().stream()
                        .map(CaseOutcome::operation)
                        .distinct())
                .containsExactly(
                        "POST /mcp initialize",
                        "POST /mcp notifications/initialized",
                        "POST /mcp tools/list",
                        "POST /mcp tools/call");
    }

    @Test
    void what_is_told_of_a_session_does_not_hold_its_id() {
        SuiteLauncher.Run run = run(Way.SESSION_IS_ENOUGH, McpAuthContractTest.class);

        assertThat(run.comparisons().stream().filter(it -> it.finding().rule().equals("session-id-no-credential")))
                .singleElement()
                .extracting(ComparisonOutcome::toString)
                .asString()
                .contains("Mcp-Session-Id")
                .doesNotContain(Endpoint.SESSION_ID);
        assertThat(run.outcomes().stream().map(CaseOutcome::toString))
                .noneMatch(it -> it.contains(Endpoint.SESSION_ID));
    }

    /** What the page shows is what runs here. */
    @Test
    void the_page_shows_this_suite() throws IOException {
        try (InputStream suite = Objects.requireNonNull(McpWaysTest.class.getResourceAsStream("mcp.auth.yaml"))) {
            assertThat(Files.readString(Path.of("../docs/mcp.md")))
                    .contains("```yaml\n" + new String(suite.readAllBytes(), StandardCharsets.UTF_8) + "```");
        }
    }

    private static SuiteLauncher.Run run(Way way, Class<?> contract) {
        try (McpServer server = McpServer.start(way)) {
            return SuiteLauncher.run(contract, Map.of("naysayer.target", server.url()));
        }
    }

    private static String found(SuiteLauncher.Run sessions, SuiteLauncher.Run later) {
        String found = Stream.of(found(sessions), found(later))
                .filter(it -> !it.isEmpty())
                .distinct()
                .collect(Collectors.joining("\nof 2026-07-28\n"));
        return found.isEmpty() ? Findings.NOTHING : found;
    }

    /** Each rule that is broken and colours something, with the operations at which it is. */
    private static String found(SuiteLauncher.Run run) {
        Map<String, Set<String>> operations = new TreeMap<>();
        run.outcomes().stream()
                .filter(it -> it.kind() != OutcomeKind.CONFORMING)
                .forEach(outcome -> outcome.violations()
                        .forEach(finding -> operations
                                .computeIfAbsent(line(outcome.kind(), finding), it -> new TreeSet<>())
                                .add(outcome.operation())));
        return Stream.concat(
                        operations.entrySet().stream().map(it -> it.getKey() + ": " + String.join(", ", it.getValue())),
                        run.comparisons().stream()
                                .filter(it -> it.finding().violated() && it.kind() != OutcomeKind.CONFORMING)
                                .map(it -> line(it.kind(), it.finding())))
                .collect(Collectors.joining("\n"));
    }

    private static String line(OutcomeKind kind, Finding finding) {
        return "%s %s".formatted(kind.name().toLowerCase(Locale.ROOT), finding.rule());
    }
}
