package dev.naysayer.engine.junit;

import dev.naysayer.engine.gate.TestGate;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.plan.ContractCase;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.TestAbortedException;

/** A case: one test. */
final class CaseNode extends TestNode {

    static final String SEGMENT = "case";

    private final ContractCase it;

    CaseNode(UniqueId uniqueId, ContractCase it, String className) {
        super(uniqueId, it.name(), className, MethodName.of(it));
        this.it = it;
    }

    ContractCase it() {
        return it;
    }

    @Override
    Stream<String> tags() {
        return it.tags().stream();
    }

    @Override
    public RunContext execute(RunContext context, DynamicTestExecutor dynamicTestExecutor) {
        CaseOutcome outcome = context.run()
                .listener()
                .keep(this, Objects.requireNonNull(context.suite()).run(it));
        context.run().progress().done();
        TestGate gate = context.run().gate().tests();
        context.tally().add(it.name(), gate.count(outcome, context.tally().isCounted()));
        switch (gate.of(outcome, context.tally().isCounted())) {
            case GREEN -> {}
            case SKIPPED -> throw new TestAbortedException(words(outcome));
            case RED -> throw new ContractFailure(outcome, gate);
        }
        return context;
    }

    private static String words(CaseOutcome skipped) {
        return switch (skipped.kind()) {
            case NOT_OBTAINABLE -> "not obtainable, " + skipped.reason();
            case INCONCLUSIVE -> "inconclusive, and counted by the gate of the suite: " + skipped.reason();
            default -> "not applicable: " + skipped.reason();
        };
    }
}
