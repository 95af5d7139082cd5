package dev.naysayer.examples.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each flaw of the clinic's API is caught at its cell, and at no other. */
public class FlawedClinicTest {

    public static final RecordedAnswers EXPECTED = RecordedAnswers.of(FlawedClinicTest.class, "clinic-findings.txt");

    @ParameterizedTest
    @EnumSource
    void each_flaw_is_found_at_its_cell(Flaw flaw) {
        try (ClinicApi api = ClinicApi.start(flaw)) {
            SuiteLauncher.Run run =
                    SuiteLauncher.run(ClinicAuthContractTest.class, Map.of("naysayer.target", api.url()));

            EXPECTED.check(flaw.name(), found(run));
            assertThat(run.outcomes()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
        }
    }

    @Test
    void every_flaw_but_none_is_found() {
        EXPECTED.checkTitles(Arrays.stream(Flaw.values()).map(Flaw::name).toList());

        assertThat(Flaw.values())
                .filteredOn(it -> EXPECTED.answer(it.name()).equals(Findings.NOTHING))
                .containsExactly(Flaw.NONE);
    }

    private static String found(SuiteLauncher.Run run) {
        String found = Stream.concat(
                        run.outcomes().stream().flatMap(FlawedClinicTest::found),
                        run.comparisons().stream()
                                .filter(it -> it.finding().violated())
                                .map(it -> "comparison: " + it.finding().rule()))
                .collect(Collectors.joining("\n"));
        return found.isEmpty() ? Findings.NOTHING : found;
    }

    private static Stream<String> found(CaseOutcome outcome) {
        return outcome.violations().stream()
                .map(Finding::rule)
                .map(rule -> "%s › %s: %s".formatted(outcome.operation(), outcome.scenario(), rule));
    }
}
