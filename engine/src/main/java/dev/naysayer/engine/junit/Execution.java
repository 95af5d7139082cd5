package dev.naysayer.engine.junit;

import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.run.RunSettings;
import dev.naysayer.engine.run.SuiteRuns;
import java.time.Clock;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/**
 * Runs a tree that was discovered.
 *
 * <p>Apart from the engine because JUnit's hierarchical engines let nobody stand between them and their listener.
 */
final class Execution extends HierarchicalTestEngine<RunContext> {

    private final Redactor redactor;
    private final SecretGate gate;

    /**
     * @param redactor learns the run's secrets
     * @param gate lets through what holds none of them
     */
    Execution(Redactor redactor, SecretGate gate) {
        this.redactor = redactor;
        this.gate = gate;
    }

    @Override
    public String getId() {
        return AuthContractTestEngine.ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        throw new UnsupportedOperationException("the engine discovers");
    }

    @Override
    protected RunContext createExecutionContext(ExecutionRequest request) {
        Settings settings = new Settings(request.getConfigurationParameters());
        String runId = settings.runId();
        RunSettings run = settings.run(runId);
        return new RunContext(new RunContext.Run(
                gate,
                new SuiteRuns(Clock.systemUTC(), run, redactor),
                runId,
                run.targetTimeout(),
                settings.requireObtainable(),
                run.strict(),
                run.shard()));
    }
}
