package dev.naysayer.reports.collect;

import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.outcome.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** Goes by the name of ours; each of its tests tells what it came to, and each of its notices is one of a test. */
record FakeEngine(
        Map<String, Told> tests,
        Map<String, String> notice,
        boolean broken,
        Set<String> dying,
        Runnable meanwhile,
        @Nullable Redactor secrets)
        implements TestEngine {

    static FakeEngine telling(Map<String, Told> tests) {
        return new FakeEngine(tests, Map.of(), false, Set.of(), () -> {}, null);
    }

    /** Each of its tests publishes this, too. */
    FakeEngine publishing(String key, String text) {
        return new FakeEngine(tests, Map.of(key, text), broken, dying, meanwhile, secrets);
    }

    static FakeEngine failing() {
        return new FakeEngine(Map.of(), Map.of(), true, Set.of(), () -> {}, null);
    }

    /** The run ends with the first test, which does not. */
    FakeEngine dyingAt(String test) {
        return new FakeEngine(tests, notice, broken, Set.of(test), meanwhile, secrets);
    }

    /** The run knows these. */
    FakeEngine knowing(Redactor those) {
        return new FakeEngine(tests, notice, broken, dying, meanwhile, those);
    }

    /** Something happens while a test runs. */
    FakeEngine meanwhile(Runnable something) {
        return new FakeEngine(tests, notice, broken, dying, something, secrets);
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
        tests.keySet().forEach(name -> root.addChild(new FakeTest(id.append("case", name), name)));
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
            if (!notice.isEmpty()) {
                listener.reportingEntryPublished(test, ReportEntry.from(notice));
            }
            listener.reportingEntryPublished(test, ReportEntry.from("someone else's", "entry"));
            tests.getOrDefault(test.getDisplayName(), new Told(null, List.of()))
                    .during(
                            test.getUniqueId().toString(),
                            secrets,
                            () -> listener.executionFinished(test, TestExecutionResult.successful()));
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
