package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.OutcomeJson;
import java.util.Map;
import java.util.Set;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** Goes by the name of ours; each of its tests publishes one entry. */
record FakeEngine(Map<String, Map<String, String>> entries, boolean broken, Set<String> dying, Runnable meanwhile)
        implements TestEngine {

    static FakeEngine publishing(Map<String, Map<String, String>> entries) {
        return new FakeEngine(entries, false, Set.of(), () -> {});
    }

    static FakeEngine noticing(String node, String notice) {
        return publishing(Map.of(node, Map.of(OutcomeJson.NOTICE_KEY, notice)));
    }

    static FakeEngine failing() {
        return new FakeEngine(Map.of(), true, Set.of(), () -> {});
    }

    /** The run ends with the first test, which does not. */
    FakeEngine dyingAt(String test) {
        return new FakeEngine(entries, broken, Set.of(test), meanwhile);
    }

    /** Something happens while a test runs. */
    FakeEngine meanwhile(Runnable something) {
        return new FakeEngine(entries, broken, dying, something);
    }

    @Override
    public String getId() {
        return "auth-contract";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        if (broken) {
            request.getDiscoveryListener()
                    .issueEncountered(id, DiscoveryIssue.create(Severity.ERROR, "a malformed suite"));
        }
        var root = new EngineDescriptor(id, "Fake");
        entries.keySet().forEach(name -> root.addChild(new FakeTest(id.append("case", name), name)));
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        var listener = request.getEngineExecutionListener();
        TestDescriptor root = request.getRootTestDescriptor();
        listener.executionStarted(root);
        for (TestDescriptor test : root.getChildren()) {
            listener.executionStarted(test);
            if (dying.contains(test.getDisplayName())) {
                throw new IllegalStateException("the engine dies");
            }
            meanwhile.run();
            Map<String, String> published = entries.getOrDefault(test.getDisplayName(), Map.of());
            if (!published.isEmpty()) {
                listener.reportingEntryPublished(test, ReportEntry.from(published));
            }
            listener.reportingEntryPublished(test, ReportEntry.from("someone else's", "entry"));
            listener.executionFinished(test, TestExecutionResult.successful());
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    private static final class FakeTest extends AbstractTestDescriptor {

        FakeTest(UniqueId id, String name) {
            super(id, name);
        }

        @Override
        public Type getType() {
            return Type.TEST;
        }
    }
}
