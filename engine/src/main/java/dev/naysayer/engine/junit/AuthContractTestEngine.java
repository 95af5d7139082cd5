package dev.naysayer.engine.junit;

import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.run.RunEnd;
import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/**
 * The JUnit Platform engine {@code auth-contract}: suites become test trees, cases become tests.
 *
 * <p>All that a run tells JUnit goes through a {@link SecretGate}, whoever tells it, and what it does not tell is noticed by a
 * {@link RollCall}.
 */
public final class AuthContractTestEngine implements TestEngine {

    /** The engine's id, for {@code @IncludeEngines}. */
    public static final String ID = "auth-contract";

    private static final Optional<String> UNFIT = SurefireProvider.ofThisProcess()
            .problem()
            .or(() -> JUnitJars.ofThisProcess().problem())
            .or(() -> LibraryJars.problem(AuthContractTestEngine.class.getClassLoader()));

    /** Called by the service loader. */
    public AuthContractTestEngine() {}

    /**
     * Asked first of all by every launcher, and the last place where an error is nobody's to swallow.
     *
     * @throws JUnitException where tests could not run here, of no engine, or nobody would see how they end
     */
    @Override
    public String getId() {
        UNFIT.ifPresent(problem -> {
            throw new JUnitException(problem);
        });
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineNode engine = new EngineNode(uniqueId);
        Discovery.resolve(request, engine);
        return engine;
    }

    @Override
    public void execute(ExecutionRequest request) {
        Redactor redactor = new Redactor();
        SecretGate gate = new SecretGate(new RollCall(request.getEngineExecutionListener()), redactor);
        RunEnd runEnd = new RunEnd(PlatformRequest.cancelled(request), System::nanoTime);
        EndWatch watch = EndWatch.over(runEnd);
        try {
            new Execution(redactor, gate, runEnd).execute(PlatformRequest.toldTo(gate, request));
        } finally {
            watch.close();
        }
    }
}
