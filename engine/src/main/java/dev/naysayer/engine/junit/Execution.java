package dev.naysayer.engine.junit;

import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.outcome.ReportEntries;
import dev.naysayer.engine.run.Progress;
import dev.naysayer.engine.run.RunEnd;
import dev.naysayer.engine.run.RunSettings;
import dev.naysayer.engine.run.SuiteRuns;
import java.time.Clock;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/**
 * Runs a tree that was discovered.
 *
 * <p>Apart from the engine because JUnit's hierarchical engines let nobody stand between them and their listener.
 */
final class Execution extends HierarchicalTestEngine<RunContext> {

    private final Redactor redactor;
    private final SecretGate gate;
    private final RunEnd runEnd;

    /**
     * @param redactor learns the run's secrets
     * @param gate lets through what holds none of them
     * @param runEnd whether the run has to end before its time
     */
    Execution(Redactor redactor, SecretGate gate, RunEnd runEnd) {
        this.redactor = redactor;
        this.gate = gate;
        this.runEnd = runEnd;
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
                RunGate.of(settings.gate()),
                run.shard(),
                progress(request.getRootTestDescriptor(), run.parallelism()),
                runEnd));
    }

    /** Its lines are told of the engine, since they are about the whole run. */
    private Progress progress(TestDescriptor engine, int parallelism) {
        int tests = (int)
                engine.getDescendants().stream().filter(TestDescriptor::isTest).count();
        return new Progress(
                System::nanoTime,
                tests,
                parallelism,
                line -> gate.reportingEntryPublished(engine, ReportEntry.from(ReportEntries.NOTICE_KEY, line)));
    }
}
