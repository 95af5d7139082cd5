package dev.naysayer.examples.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each flaw of the members' API is found, and nothing in the API that is right, strict or free. */
@Timeout(120)
public class FlawedMembersTest {

    public static final RecordedAnswers EXPECTED = RecordedAnswers.of(FlawedMembersTest.class, "members-findings.txt");

    private static final String FREE = "FREE";

    @AuthContract(value = "every-condition.auth.yaml", target = MembersTarget.class)
    static final class EveryCondition {}

    @ParameterizedTest
    @EnumSource
    void each_flaw_is_found(Flaw flaw) {
        SuiteLauncher.Run run = run(flaw, false, MembersAuthContractTest.class);

        EXPECTED.check(flaw.name(), found(run));
        assertThat(run.outcomes())
                .noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE || it.kind() == OutcomeKind.MISCONFIGURED);
    }

    @Test
    void every_flaw_but_none_is_found() {
        assertThat(Flaw.values())
                .filteredOn(it -> EXPECTED.answer(it.name()).equals(Findings.NOTHING))
                .containsExactly(Flaw.NONE);
        assertThat(EXPECTED.titles()).hasSize(Flaw.values().length + 1);
        assertThat(Arrays.stream(Flaw.values()).map(Flaw::name)).isSubsetOf(EXPECTED.titles());
    }

    @Test
    void nothing_is_found_under_any_condition_in_the_api_that_is_right() {
        assertThat(found(run(Flaw.NONE, false, EveryCondition.class))).isEqualTo(Findings.NOTHING);
    }

    /** What it leaves undone no standard makes it do, so no case is red for it. */
    @Test
    void what_is_left_to_an_api_is_no_violation() {
        SuiteLauncher.Run run = run(Flaw.NONE, true, EveryCondition.class);

        EXPECTED.check(FREE, found(run));
        assertThat(run.outcomes())
                .flatExtracting(it -> it.violations())
                .extracting(it -> it.level())
                .doesNotContain("MUST", "SHOULD");
    }

    /** A line for each operation and scenario; that no scheme of sessions is registered no API can help. */
    private static String found(SuiteLauncher.Run run) {
        String found = Stream.concat(
                        run.outcomes().stream()
                                .flatMap(outcome -> outcome.violations().stream()
                                        .filter(it -> !it.rule().equals("scheme-registered"))
                                        .map(it -> "%s › %s: %s, %s"
                                                .formatted(
                                                        outcome.operation(),
                                                        outcome.scenario(),
                                                        it.rule(),
                                                        it.level()))),
                        run.comparisons().stream()
                                .map(ComparisonOutcome::finding)
                                .filter(Finding::violated)
                                .map(it -> "comparison: %s, %s".formatted(it.rule(), it.actual())))
                .collect(Collectors.joining("\n"));
        return found.isEmpty() ? Findings.NOTHING : found;
    }

    private static SuiteLauncher.Run run(Flaw flaw, boolean free, Class<?> contract) {
        try (MembersApi api = MembersApi.start(flaw, free)) {
            return SuiteLauncher.run(contract, Map.of("naysayer.target", api.url()));
        }
    }
}
