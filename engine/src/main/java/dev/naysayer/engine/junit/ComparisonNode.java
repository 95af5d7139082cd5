package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.gate.TestGate;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.run.SuiteRun;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.TestAbortedException;

/** One or several rules over several answers: one test, behind all cases of its suite. */
final class ComparisonNode extends TestNode {

    static final String SEGMENT = "comparison";

    private final Suite suite;
    private final String test;
    private final List<Comparison> comparisons;

    /** @param comparisons at least one, all of the same test */
    ComparisonNode(UniqueId uniqueId, Suite suite, List<Comparison> comparisons, String className) {
        super(
                uniqueId,
                name(comparisons),
                className,
                "comparison-" + comparisons.get(0).test());
        this.suite = suite;
        this.test = comparisons.get(0).test();
        this.comparisons = comparisons;
    }

    /** What the test of these rules is called. */
    static String name(List<Comparison> ofTest) {
        return "comparison › " + ofTest.get(0).test();
    }

    @Override
    Stream<String> tags() {
        Stream<String> rules = comparisons.stream().map(it -> it.info().id());
        return Stream.of(Stream.of(SEGMENT, test), rules, suite.tags().stream()).flatMap(tags -> tags);
    }

    @Override
    public RunContext execute(RunContext context, DynamicTestExecutor dynamicTestExecutor) {
        SuiteRun run = Objects.requireNonNull(context.suite());
        List<ComparisonOutcome> outcomes = comparisons.stream()
                .map(it -> context.run().listener().keep(this, run.compare(suite, it)))
                .toList();
        context.run().progress().done();
        TestGate gate = context.run().gate().tests();
        context.tally()
                .add(getDisplayName(), gate.count(outcomes, context.tally().isCounted()));
        switch (gate.of(outcomes, context.tally().isCounted())) {
            case GREEN -> {}
            case SKIPPED -> throw new TestAbortedException(words(outcomes));
            case RED -> throw new ContractFailure(outcomes, gate);
        }
        return context;
    }

    private static String words(List<ComparisonOutcome> skipped) {
        return skipped.stream()
                .filter(it -> it.kind() == OutcomeKind.INCONCLUSIVE)
                .findFirst()
                .map(it -> "inconclusive, and counted by the gate of the suite: "
                        + it.finding().reason())
                .orElseGet(() -> "not applicable: " + skipped.get(0).finding().reason());
    }
}
