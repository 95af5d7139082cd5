package dev.naysayer.engine.junit;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.GateOutcome;
import dev.naysayer.engine.outcome.Told;
import dev.naysayer.engine.outcome.WaiverOutcome;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/** What the engine told in a run, as a listener hears it. */
final class Published {

    /** By the node itself: the kit hands out the nodes of a run, and nothing else that could carry it. */
    private static final Map<TestDescriptor, Told> TOLD = Collections.synchronizedMap(new IdentityHashMap<>());

    private Published() {}

    /** In the order in which the cases ran. */
    static List<CaseOutcome> outcomes(EngineExecutionResults results) {
        return told(results).flatMap(told -> Stream.ofNullable(told.outcome())).toList();
    }

    /** In the order in which they were judged. */
    static List<ComparisonOutcome> comparisons(EngineExecutionResults results) {
        return told(results).flatMap(told -> told.comparisons().stream()).toList();
    }

    /** In the order of the suite's waivers. */
    static List<WaiverOutcome> waivers(EngineExecutionResults results) {
        return told(results).flatMap(told -> told.waivers().stream()).toList();
    }

    /** In the order in which they were judged. */
    static List<GateOutcome> gates(EngineExecutionResults results) {
        return told(results).flatMap(told -> told.gates().stream()).toList();
    }

    private static Stream<Told> told(EngineExecutionResults results) {
        return results.allEvents().finished().stream()
                .map(Event::getTestDescriptor)
                .flatMap(node -> Stream.ofNullable(TOLD.get(node)));
    }

    /** The engine, with a listener that asks what each test came to. */
    static TestEngine engine() {
        return new Overheard(new AuthContractTestEngine());
    }

    private record Overheard(TestEngine engine) implements TestEngine {

        @Override
        public String getId() {
            return engine.getId();
        }

        @Override
        public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
            return engine.discover(request, id);
        }

        @Override
        public void execute(ExecutionRequest request) {
            engine.execute(PlatformRequest.toldTo(new Listener(request.getEngineExecutionListener()), request));
        }
    }

    private record Listener(EngineExecutionListener next) implements EngineExecutionListener {

        @Override
        public void executionFinished(TestDescriptor node, TestExecutionResult result) {
            TOLD.put(node, Told.of(node.getUniqueId().toString()));
            next.executionFinished(node, result);
        }

        @Override
        public void executionStarted(TestDescriptor node) {
            next.executionStarted(node);
        }

        @Override
        public void executionSkipped(TestDescriptor node, String reason) {
            next.executionSkipped(node, reason);
        }

        @Override
        public void dynamicTestRegistered(TestDescriptor node) {
            next.dynamicTestRegistered(node);
        }

        @Override
        public void reportingEntryPublished(TestDescriptor node, ReportEntry entry) {
            next.reportingEntryPublished(node, entry);
        }
    }
}
