package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.outcome.WaiverOutcome;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;

/** All waivers of a suite: one test, behind all others, red where one of them is of no use any more. */
final class WaiversNode extends TestNode {

    /** Also what it is called, and its tag. */
    static final String SEGMENT = "waivers";

    private final Suite suite;

    WaiversNode(UniqueId uniqueId, Suite suite, String className) {
        super(uniqueId, SEGMENT, className, SEGMENT);
        this.suite = suite;
    }

    @Override
    Stream<String> tags() {
        return Stream.concat(Stream.of(SEGMENT), suite.tags().stream());
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
        if (outcomes.stream().anyMatch(WaiverOutcome::fails)) {
            throw ContractFailure.of(outcomes);
        }
        return context;
    }
}
