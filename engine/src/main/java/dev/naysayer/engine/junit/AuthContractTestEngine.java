package dev.naysayer.engine.junit;

import dev.naysayer.engine.exchange.Redactor;
import dev.naysayer.engine.outcome.OutcomeWriter;
import dev.naysayer.engine.run.RunSettings;
import dev.naysayer.engine.run.SuiteRuns;
import java.time.Clock;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/** The JUnit Platform engine {@code auth-contract}: suites become test trees, cases become tests. */
public final class AuthContractTestEngine extends HierarchicalTestEngine<RunContext> {

    /** The engine's id, for {@code @IncludeEngines}. */
    public static final String ID = "auth-contract";

    /** Called by the service loader. */
    public AuthContractTestEngine() {}

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineNode engine = new EngineNode(uniqueId);
        Discovery.resolve(request, engine);
        return engine;
    }

    @Override
    protected RunContext createExecutionContext(ExecutionRequest request) {
        Settings settings = new Settings(request.getConfigurationParameters());
        String runId = settings.runId();
        RunSettings run = settings.run(runId);
        return new RunContext(new RunContext.Run(
                request.getEngineExecutionListener(),
                new OutcomeWriter(),
                new SuiteRuns(Clock.systemUTC(), run, new Redactor()),
                runId,
                run.targetTimeout(),
                settings.requireObtainable(),
                run.strict()));
    }
}
