package dev.naysayer.cli;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells what is red while a run goes on, and what the process ends with.
 *
 * <p>A broken API may turn thousands of tests red for one cause: so the first are told whole, and of the others the report tells.
 */
final class RedTests implements TestExecutionListener {

    private static final int TOLD_WHOLE = 10;
    private static final Set<OutcomeKind> UNJUDGED = Set.of(OutcomeKind.INCONCLUSIVE, OutcomeKind.MISCONFIGURED);

    private final Console console;
    private final String look;
    private final Set<String> told = new LinkedHashSet<>();
    private final Set<String> failures = new HashSet<>();
    private final List<String> red = new ArrayList<>();
    private boolean unjudged;
    private int tests;
    private int unusable;

    /** @param look the command that looks for what is in the way */
    RedTests(Console console, String look) {
        this.console = console;
        this.look = look;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            tests++;
        }
        if (result.getStatus() != Status.FAILED) {
            return;
        }
        String message = result.getThrowable().map(Throwable::getMessage).orElse("no reason is given");
        if (!test.isTest()) {
            unusable++;
            console.complain(message);
            return;
        }
        red.add(test.getDisplayName());
        CaseOutcome outcome = Told.of(test.getUniqueId()).outcome();
        unjudged |= outcome != null && UNJUDGED.contains(outcome.kind());
        if (told.size() < TOLD_WHOLE && told.add(message)) {
            console.mark("bold,red", "RED", brief(message, outcome));
            console.blank();
        }
    }

    /** Why a control failed is told once, at the control or, where that is not run, at the first case behind it. */
    private String brief(String message, @Nullable CaseOutcome outcome) {
        String reason = outcome == null ? null : outcome.shortReason();
        if (outcome == null || reason == null) {
            return message;
        }
        boolean behind = reason.startsWith(CaseOutcome.CONTROL_FAILED);
        String why = behind ? reason.substring(CaseOutcome.CONTROL_FAILED.length()) : reason;
        boolean isFirst = failures.add(String.join("\n", outcome.suite(), outcome.operation(), why));
        int at = message.indexOf(CaseOutcome.CONTROL_FAILED);
        return behind && !isFirst && at >= 0 ? message.substring(0, at) + "the control failed, see above" : message;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (red.size() > told.size()) {
            console.say("%d more tests are red, which the report tells".formatted(red.size() - told.size()));
            console.blank();
        }
        if (unjudged) {
            console.say("Not all could be judged. Next: " + look);
            console.blank();
        }
        if (tests == 0 && unusable == 0) {
            console.complain("no case is left: nothing was tested; correct the tags");
        }
    }

    int exitCode() {
        if (unusable > 0 || tests == 0) {
            return 2;
        }
        return red.isEmpty() ? 0 : 1;
    }
}
