package dev.naysayer.engine.junit;

import dev.naysayer.engine.run.ContractTarget;
import dev.naysayer.engine.run.SuiteRun;
import dev.naysayer.engine.run.SuiteRuns;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What the nodes of the tree hand down to their children.
 *
 * @param listener takes the outcomes
 * @param runs makes suites ready
 * @param patience how long a target may take to start
 * @param target the started target of the class, or null
 * @param obstacle why the target did not start, or null
 * @param suite the suite that is running, or null above suites
 */
record RunContext(
        EngineExecutionListener listener,
        SuiteRuns runs,
        Duration patience,
        @Nullable ContractTarget target,
        @Nullable String obstacle,
        @Nullable SuiteRun suite)
        implements EngineExecutionContext {

    RunContext withTarget(ContractTarget started) {
        return new RunContext(listener, runs, patience, started, null, null);
    }

    RunContext withObstacle(String reason) {
        return new RunContext(listener, runs, patience, null, reason, null);
    }

    RunContext withSuite(SuiteRun running) {
        return new RunContext(listener, runs, patience, target, obstacle, running);
    }
}
