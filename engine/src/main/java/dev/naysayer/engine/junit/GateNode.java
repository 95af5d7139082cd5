package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.gate.GateCount;
import dev.naysayer.engine.gate.GateText;
import dev.naysayer.engine.gate.TestGate;
import dev.naysayer.engine.outcome.GateOutcome;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.run.SuiteRun;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;

/**
 * The gate of a suite: one test behind all others, which judges them together.
 *
 * <p>Problem: no single test is red because there are too many of its kind, and a build is green unless a test is red. Constraint: a
 * filter, or a rerun of what failed, leaves tests out. Choice: as with comparisons, what is judged must not depend on that, so what was
 * left out is asked for here.
 */
final class GateNode extends TestNode {

    static final String SEGMENT = "gate";

    private final Suite suite;
    private final List<ContractCase> cases;
    private final Collection<List<Comparison>> comparisons;

    /**
     * @param cases all of the suite
     * @param comparisons all of the suite, test by test
     */
    GateNode(
            UniqueId uniqueId,
            Suite suite,
            List<ContractCase> cases,
            Collection<List<Comparison>> comparisons,
            String className) {
        super(uniqueId, SEGMENT, className, SEGMENT);
        this.suite = suite;
        this.cases = cases;
        this.comparisons = comparisons;
    }

    @Override
    Stream<String> tags() {
        return Stream.concat(Stream.of(SEGMENT), suite.tags().stream());
    }

    @Override
    public RunContext execute(RunContext context, DynamicTestExecutor dynamicTestExecutor) {
        GateCount count = count(context);
        List<GateOutcome> outcomes = context.run()
                .listener()
                .keepGates(this, context.run().gate().rules().judge(suite.name(), count));
        context.run().progress().done();
        if (GateText.isRed(outcomes, count)) {
            throw new ContractFailure(suite, outcomes);
        }
        return context;
    }

    private GateCount count(RunContext context) {
        TestGate gate = context.run().gate().tests();
        SuiteTally tally = context.tally();
        SuiteRun run = Objects.requireNonNull(context.suite());
        for (ContractCase it : cases) {
            if (!tally.knows(it.name())) {
                tally.add(it.name(), gate.count(run.run(it), true));
            }
        }
        for (List<Comparison> test : comparisons) {
            String name = ComparisonNode.name(test);
            if (!tally.knows(name)) {
                tally.add(
                        name,
                        gate.count(
                                test.stream().map(it -> run.compare(suite, it)).toList(), true));
            }
        }
        return tally.sum();
    }
}
