package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.OutcomeJson;
import java.util.Map;
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
record FakeEngine(String key, Map<String, String> entries, boolean broken) implements TestEngine {

    static FakeEngine publishing(Map<String, String> entries) {
        return new FakeEngine(OutcomeJson.REPORT_ENTRY_KEY, entries, false);
    }

    static FakeEngine comparing(Map<String, String> entries) {
        return new FakeEngine(OutcomeJson.COMPARISON_KEY, entries, false);
    }

    static FakeEngine noticing(String node, String notice) {
        return new FakeEngine(OutcomeJson.NOTICE_KEY, Map.of(node, notice), false);
    }

    static FakeEngine failing() {
        return new FakeEngine(OutcomeJson.REPORT_ENTRY_KEY, Map.of(), true);
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
            String json = entries.getOrDefault(test.getDisplayName(), "");
            listener.reportingEntryPublished(test, ReportEntry.from(key, json));
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
