package dev.naysayer.engine.junit;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * One test of a suite.
 *
 * <p>Its source is a method that does not exist: Surefire names tests by it, filters {@code -Dtest=Class#name} by it and tells
 * re-runs apart by it, and does none of these right for a test whose source is a file.
 */
abstract sealed class TestNode extends AbstractTestDescriptor implements Node<RunContext>
        permits CaseNode, ComparisonNode, WaiversNode, GateNode {

    TestNode(UniqueId uniqueId, String name, String className, String methodName) {
        super(uniqueId, name, MethodSource.from(className, methodName));
    }

    /** What it can be selected by. */
    abstract Stream<String> tags();

    @Override
    public final Type getType() {
        return Type.TEST;
    }

    @Override
    public final Set<TestTag> getTags() {
        return tags().map(TestTag::create).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public final SkipResult shouldBeSkipped(RunContext context) {
        return context.skipAtEnd();
    }
}
