package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeJson;
import dev.naysayer.engine.rule.comparison.Comparison;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.TestAbortedException;

/** A rule over several answers: one test, behind all cases of its suite. */
final class ComparisonNode extends AbstractTestDescriptor implements Node<RunContext> {

    static final String SEGMENT = "comparison";

    private final Suite suite;
    private final Comparison comparison;

    ComparisonNode(UniqueId uniqueId, Suite suite, Comparison comparison, String className) {
        super(
                uniqueId,
                "comparison › " + comparison.info().id(),
                MethodSource.from(className, "comparison-" + comparison.info().id()));
        this.suite = suite;
        this.comparison = comparison;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        return Stream.concat(Stream.of(SEGMENT, comparison.info().id()), suite.tags().stream())
                .map(TestTag::create)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public RunContext execute(RunContext context, DynamicTestExecutor dynamicTestExecutor) {
        ComparisonOutcome outcome = Objects.requireNonNull(context.suite()).compare(suite, comparison);
        context.run()
                .listener()
                .reportingEntryPublished(
                        this, ReportEntry.from(OutcomeJson.COMPARISON_KEY, OutcomeJson.write(outcome)));
        return switch (outcome.kind()) {
            case CONFORMING, WARNING -> context;
            case NOT_APPLICABLE, NOT_OBTAINABLE ->
                throw new TestAbortedException(
                        "not applicable: " + outcome.finding().reason());
            case VIOLATION, INCONCLUSIVE, MISCONFIGURED -> throw new ContractFailure(outcome);
        };
    }
}
