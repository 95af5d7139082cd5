package dev.naysayer.engine.junit;

import dev.naysayer.engine.plan.Shard;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.TestAbortedException;

/**
 * Stands for the cases that a suite has not in this shard.
 *
 * <p>Problem: where there are more shards than paths one of them has nothing to do, and a build without any test looks as if one
 * had been forgotten. Choice: a test that is skipped and says so.
 */
final class EmptyShardNode extends AbstractTestDescriptor implements Node<RunContext> {

    static final String SEGMENT = "shard";

    private final Shard shard;

    EmptyShardNode(UniqueId uniqueId, Shard shard, String className) {
        super(
                uniqueId,
                shard.words() + " has no case",
                MethodSource.from(className, "shard-%d-of-%d".formatted(shard.number(), shard.of())));
        this.shard = shard;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public RunContext execute(RunContext context, DynamicTestExecutor dynamicTestExecutor) {
        throw new TestAbortedException(
                "%s has no case of this suite, whose paths are all in other shards: nothing is sent"
                        .formatted(shard.words()));
    }
}
