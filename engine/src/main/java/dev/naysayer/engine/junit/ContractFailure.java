package dev.naysayer.engine.junit;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.FailureText;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverText;
import java.util.List;

/** A case or comparison that is not green; its message says all a developer needs, its only stack frame is the line of YAML. */
final class ContractFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    /** @param strict whether what only warns fails, too */
    ContractFailure(CaseOutcome outcome, boolean strict) {
        super(message(outcome, strict), null);
        setStackTrace(new StackTraceElement[] {
            new StackTraceElement(outcome.suite(), outcome.scenario(), outcome.file(), outcome.line())
        });
    }

    /** @param outcomes of all the rules of a test, of which at least one is not green */
    ContractFailure(List<ComparisonOutcome> outcomes) {
        super(FailureText.of(outcomes), null);
        ComparisonOutcome first = outcomes.get(0);
        setStackTrace(
                new StackTraceElement[] {new StackTraceElement(first.suite(), first.test(), first.file(), first.line())
                });
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

    private static String message(CaseOutcome outcome, boolean strict) {
        return FailureText.of(
                "%s › %s › %s".formatted(outcome.suite(), outcome.operation(), outcome.scenario()), outcome, strict);
    }
}
