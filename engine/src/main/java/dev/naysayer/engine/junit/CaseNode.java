package dev.naysayer.engine.junit;

import dev.naysayer.engine.gate.TestGate;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.plan.ContractCase;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.TestAbortedException;

/**
 * A case: one test.
 *
 * <p>Its source is a method that does not exist: Surefire names tests by it, filters {@code -Dtest=Class#name} by it and tells
 * re-runs apart by it, and does none of these right for a test whose source is a file.
 */
final class CaseNode extends AbstractTestDescriptor implements Node<RunContext> {

    static final String SEGMENT = "case";

    private final ContractCase it;

    CaseNode(UniqueId uniqueId, ContractCase it, String className) {
        super(uniqueId, it.name(), MethodSource.from(className, MethodName.of(it)));
        this.it = it;
    }

    ContractCase it() {
        return it;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        return it.tags().stream().map(TestTag::create).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SkipResult shouldBeSkipped(RunContext context) {
        return context.skipAtEnd();
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
