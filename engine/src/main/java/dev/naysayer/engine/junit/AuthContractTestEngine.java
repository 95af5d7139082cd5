package dev.naysayer.engine.junit;

import dev.naysayer.engine.exchange.redaction.Redactor;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/**
 * The JUnit Platform engine {@code auth-contract}: suites become test trees, cases become tests.
 *
 * <p>All that a run tells JUnit goes through a {@link SecretGate}, whoever tells it.
 */
public final class AuthContractTestEngine implements TestEngine {

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
    public void execute(ExecutionRequest request) {
        Redactor redactor = new Redactor();
        SecretGate gate = new SecretGate(request.getEngineExecutionListener(), redactor);
        new Execution(redactor, gate).execute(PlatformRequest.toldTo(gate, request));
    }
}
