package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.gate.GateText;
import dev.naysayer.engine.gate.TestGate;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.FailureText;
import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.outcome.GateOutcome;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverText;
import java.util.List;

/** A test that is red; its message says all a developer needs, its only stack frame is the line of YAML. */
final class ContractFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    /** @param gate says what makes it red */
    ContractFailure(CaseOutcome outcome, TestGate gate) {
        super(message(outcome, gate), null);
        setStackTrace(new StackTraceElement[] {
            new StackTraceElement(outcome.suite(), outcome.scenario(), outcome.file(), outcome.line())
        });
    }

    /**
     * @param outcomes of all the rules of a test, of which at least one is not green
     * @param gate says what makes it red
     */
    ContractFailure(List<ComparisonOutcome> outcomes, TestGate gate) {
        super(FailureText.of(outcomes, it -> gate.fails(FindingId.of(it), it.finding())), null);
        ComparisonOutcome first = outcomes.get(0);
        setStackTrace(
                new StackTraceElement[] {new StackTraceElement(first.suite(), first.test(), first.file(), first.line())
                });
    }

    /** @param outcomes of a suite's gate, of which at least one is not kept */
    ContractFailure(Suite suite, List<GateOutcome> outcomes) {
        this(
                GateText.of(suite.name(), outcomes),
                new StackTraceElement(
                        suite.name(),
                        GateNode.SEGMENT,
                        suite.at().file(),
                        suite.at().line()));
    }

    private ContractFailure(String message, StackTraceElement line) {
        super(message, null);
        setStackTrace(new StackTraceElement[] {line});
    }

    /** @param waivers of a suite, at least one of them of no use any more */
    static ContractFailure of(List<WaiverOutcome> waivers) {
        WaiverOutcome first =
                waivers.stream().filter(WaiverOutcome::fails).findFirst().orElseThrow();
        return new ContractFailure(
                WaiverText.of(waivers),
                new StackTraceElement(
                        first.suite(),
                        "waivers",
                        first.waiver().file(),
                        first.waiver().line()));
    }

    private static String message(CaseOutcome outcome, TestGate gate) {
        return FailureText.of(
                "%s › %s › %s".formatted(outcome.suite(), outcome.operation(), outcome.scenario()),
                outcome,
                finding -> gate.fails(FindingId.of(outcome, finding), finding));
    }
}
