package dev.naysayer.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.gate.FailOn;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.RecordedRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeabilityTest {

    @Test
    void what_keeps_every_gate_rule_may_be_merged() {
        RunDocument conforming = RecordedRun.document(
                RecordedRun.outcomes().stream()
                        .filter(it -> it.kind() == OutcomeKind.CONFORMING)
                        .toList(),
                List.of());

        assertThat(ConformanceReport.of(conforming).mergeability())
                .returns(Mergeability.Answer.MAY, Mergeability::answer)
                .returns("every gate rule is kept", Mergeability::because);
    }

    @Test
    void each_rule_that_is_not_kept_is_said_once() {
        assertThat(ConformanceReport.of(RecordedRun.document()).mergeability())
                .returns(Mergeability.Answer.MAY_NOT, Mergeability::answer)
                .returns("fail-on must is not kept by 2 suites", Mergeability::because);
        GateRules strict = new GateRules(FailOn.NEVER, null, 0, null, null, false);
        RunDocument warned = RecordedRun.document(
                RecordedRun.outcomes().stream()
                        .filter(it -> it.kind() == OutcomeKind.WARNING)
                        .toList(),
                List.of());
        assertThat(ConformanceReport.of(warned.judged(strict, null))
                        .mergeability()
                        .because())
                .isEqualTo("max-warnings 0: 2 warn");
    }

    @Test
    void nothing_at_all_and_what_has_not_finished_are_never_said_to_be_good() {
        assertThat(ConformanceReport.of(RecordedRun.document(List.of(), List.of()))
                        .mergeability())
                .returns(Mergeability.Answer.MAY_NOT, Mergeability::answer)
                .returns("there was nothing to judge", Mergeability::because);
        assertThat(ConformanceReport.of(RecordedRun.unfinished(RunProcess.State.LOST, List.of(), List.of()))
                        .mergeability()
                        .answer())
                .isEqualTo(Mergeability.Answer.UNKNOWN);
    }
}
