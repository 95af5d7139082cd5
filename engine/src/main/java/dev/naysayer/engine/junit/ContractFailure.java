package dev.naysayer.engine.junit;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.FailureText;

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

    ContractFailure(ComparisonOutcome outcome) {
        super(FailureText.of(outcome), null);
        setStackTrace(new StackTraceElement[] {
            new StackTraceElement(outcome.suite(), outcome.finding().rule(), outcome.file(), outcome.line())
        });
    }

    private static String message(CaseOutcome outcome, boolean strict) {
        return FailureText.of(
                "%s › %s › %s".formatted(outcome.suite(), outcome.operation(), outcome.scenario()), outcome, strict);
    }
}
