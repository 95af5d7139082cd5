package dev.naysayer.engine.junit;

import dev.naysayer.engine.credential.EmbeddedIssuer;
import dev.naysayer.engine.outcome.ReportEntries;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.engine.run.ContractTarget;
import dev.naysayer.engine.run.Progress;
import dev.naysayer.engine.run.RunEnd;
import dev.naysayer.engine.run.SuiteRun;
import dev.naysayer.engine.run.SuiteRuns;
import dev.naysayer.engine.run.Surroundings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.Node.SkipResult;

/**
 * What the nodes of the tree hand down to their children.
 *
 * @param run what is the same for all of them
 * @param issuer the tests' own issuer of the class, or null
 * @param target the started target of the class, or null
 * @param obstacle why the target did not start, or null
 * @param suite the suite that is running, or null above suites
 * @param tally what the tests of the suite that is running come to
 */
record RunContext(
        Run run,
        @Nullable EmbeddedIssuer issuer,
        @Nullable ContractTarget target,
        @Nullable String obstacle,
        @Nullable SuiteRun suite,
        SuiteTally tally)
        implements EngineExecutionContext {

    /**
     * What is the same for the whole run.
     *
     * @param listener takes outcomes and notices
     * @param runs makes suites ready
     * @param id what the run is called
     * @param patience how long a call of a target may take
     * @param gate says which tests are red
     * @param shard which of the cases are run
     * @param progress tells how far a long run is
     * @param runEnd whether the run has to end before its time
     */
    record Run(
            SecretGate listener,
            SuiteRuns runs,
            String id,
            Duration patience,
            RunGate gate,
            Shard shard,
            Progress progress,
            RunEnd runEnd) {}

    RunContext(Run run) {
        this(run, null, null, null, null, SuiteTally.NONE);
    }

    RunContext withIssuer(EmbeddedIssuer started) {
        return new RunContext(run, started, target, obstacle, suite, tally);
    }

    RunContext withTarget(ContractTarget started) {
        return new RunContext(run, issuer, started, null, null, tally);
    }

    RunContext withObstacle(String reason) {
        return new RunContext(run, issuer, null, reason, null, tally);
    }

    RunContext withSuite(SuiteRun running, SuiteTally counting) {
        return new RunContext(run, issuer, target, obstacle, running, counting);
    }

    /** What a suite runs in; its notices are published under its node. */
    Surroundings surroundings(TestDescriptor node) {
        return new Surroundings(
                target,
                issuer,
                notice -> run.listener()
                        .reportingEntryPublished(node, ReportEntry.from(ReportEntries.NOTICE_KEY, notice)),
                run.progress(),
                run.runEnd());
    }

    /** What is not begun when the run ends is left out, and what began is ended in order. */
    SkipResult skipAtEnd() {
        return run.runEnd().hasCome() ? SkipResult.skip("the run was ended before its time") : SkipResult.doNotSkip();
    }
}
