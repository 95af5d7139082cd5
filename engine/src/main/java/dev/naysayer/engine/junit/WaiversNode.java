package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** All waivers of a suite: one test, behind all others, red where one of them is of no use any more. */
final class WaiversNode extends AbstractTestDescriptor implements Node<RunContext> {

    /** Also what it is called, and its tag. */
    static final String SEGMENT = "waivers";

    private final Suite suite;

    WaiversNode(UniqueId uniqueId, Suite suite, String className) {
        super(uniqueId, SEGMENT, MethodSource.from(className, SEGMENT));
        this.suite = suite;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        return Stream.concat(Stream.of(SEGMENT), suite.tags().stream())
                .map(TestTag::create)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SkipResult shouldBeSkipped(RunContext context) {
        return context.skipAtEnd();
    }

    @Override
    public RunContext execute(RunContext context, DynamicTestExecutor dynamicTestExecutor) {
        List<WaiverOutcome> outcomes = context.run()
                .listener()
                .keepWaivers(
                        this,
                        Objects.requireNonNull(context.suite())
                                .waivers(suite, context.run().runs().waivers(suite)));
        context.run().progress().done();
        WaiverText.notices(outcomes)
                .forEach(context.surroundings(getParent().orElse(this)).notices());
        if (outcomes.stream().anyMatch(WaiverOutcome::fails)) {
            throw ContractFailure.of(outcomes);
        }
        return context;
    }
}
