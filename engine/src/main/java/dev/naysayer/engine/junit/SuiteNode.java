package dev.naysayer.engine.junit;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.outcome.WaiverText;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.engine.run.SuiteFile;
import dev.naysayer.engine.run.SuiteRun;
import dev.naysayer.engine.run.SuiteRuns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A suite's file. */
final class SuiteNode extends AbstractTestDescriptor implements Node<RunContext> {

    private final SuiteFile file;
    private final Suite suite;
    private final Shard shard;
    private final List<ContractCase> cases;
    private final Map<String, ContractCase> byName;
    private final Map<String, List<Comparison>> comparisons;
    private final String className;
    private final boolean gated;
    private boolean empty;
    private boolean part;

    /**
     * @param plan all of its cases
     * @param shard which of them are run here
     * @param gated whether somebody asked for a test that judges all others together; those of shards are judged where they are merged
     * @param className what the tests of this suite are filed under in a build tool's report
     */
    SuiteNode(
            UniqueId uniqueId,
            SuiteFile file,
            Suite suite,
            List<ContractCase> plan,
            Shard shard,
            boolean gated,
            String className,
            @Nullable TestSource source) {
        super(uniqueId, suite.name(), source);
        this.file = file;
        this.suite = suite;
        this.shard = shard;
        this.cases = plan;
        this.byName = cases.stream()
                .collect(Collectors.toMap(ContractCase::name, Function.identity(), (first, second) -> first));
        List<ContractCase> ours = shard.of(cases);
        this.comparisons = (ours.isEmpty() ? List.<Comparison>of() : Comparisons.of(cases, ours))
                .stream().collect(Collectors.groupingBy(Comparison::test, LinkedHashMap::new, Collectors.toList()));
        this.className = className;
        this.gated = gated && shard.isWhole();
    }

    SuiteFile file() {
        return file;
    }

    Suite suite() {
        return suite;
    }

    /** Takes its place and says why it does not run. */
    ProblemNode failing(List<String> problems) {
        return new ProblemNode(
                getUniqueId(),
                String.valueOf(file.path().getFileName()),
                file,
                problems,
                getSource().orElse(null));
    }

    List<CredentialDeclaration> credentials() {
        return suite.allCredentials().toList();
    }

    /** All of them, in whatever shard. */
    List<ContractCase> cases() {
        return cases;
    }

    Shard shard() {
        return shard;
    }

    /** What the tests are called that compare answers. */
    Set<String> comparisons() {
        return comparisons.keySet();
    }

    boolean hasWaivers() {
        return !suite.waivers().isEmpty();
    }

    /** Whether a test judges all others together. */
    boolean isGated() {
        return gated;
    }

    /** Where the suite begins, and what is said of all of its cases. */
    int line() {
        return suite.at().line();
    }

    /** The case or comparison of this id; empty where the suite has none such. */
    Optional<TestDescriptor> testNode(UniqueId uniqueId) {
        String name = uniqueId.getLastSegment().getValue();
        if (uniqueId.getLastSegment().getType().equals(EmptyShardNode.SEGMENT)) {
            return Optional.of(new EmptyShardNode(uniqueId, shard, className));
        }
        if (uniqueId.getLastSegment().getType().equals(ComparisonNode.SEGMENT)) {
            return Optional.ofNullable(comparisons.get(name))
                    .map(compared -> new ComparisonNode(uniqueId, suite, compared, className));
        }
        if (uniqueId.getLastSegment().getType().equals(WaiversNode.SEGMENT)) {
            return hasWaivers() ? Optional.of(new WaiversNode(uniqueId, suite, className)) : Optional.empty();
        }
        if (uniqueId.getLastSegment().getType().equals(GateNode.SEGMENT)) {
            return gated
                    ? Optional.of(new GateNode(uniqueId, suite, cases, comparisons.values(), className))
                    : Optional.empty();
        }
        return Optional.ofNullable(byName.get(name)).map(it -> new CaseNode(uniqueId, it, className));
    }

    /** Whether anything is left to send: not where a shard has none of its cases, and no test where a filter left none. */
    boolean sends() {
        return getChildren().stream().anyMatch(test -> !(test instanceof EmptyShardNode));
    }

    /** Prepares for filters, behind all tests. */
    void addProbes() {
        int number = 0;
        for (Set<TestTag> tags :
                getChildren().stream().map(TestDescriptor::getTags).distinct().toList()) {
            addChild(new TagProbe(getUniqueId().append(TagProbe.SEGMENT, String.valueOf(number++)), tags));
        }
    }

    /** Takes the probes out of the tree; says whether filters let the tags of some test through, if not the test. */
    boolean takeProbes() {
        List<TestDescriptor> left = getChildren().stream()
                .filter(TagProbe.class::isInstance)
                .map(TestDescriptor.class::cast)
                .toList();
        left.forEach(this::removeChild);
        return !left.isEmpty();
    }

    /** It has no test and stays all the same, to fail. */
    void standEmpty() {
        empty = true;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public SkipResult shouldBeSkipped(RunContext context) {
        return context.skipAtEnd();
    }

    @Override
    public boolean mayRegisterTests() {
        return empty;
    }

    @Override
    public RunContext before(RunContext context) {
        if (empty) {
            throw new JUnitException(
                    "no case of %s is left by the filter%s: nothing was tested; correct the name or pattern%s"
                            .formatted(
                                    className,
                                    shard.isWhole() ? "" : " in " + shard.words(),
                                    shard.isWhole() ? "" : ", or run all cases without shards"));
        }
        if (!sends()) {
            return context;
        }
        part = isLeftInPart();
        context.run().gate().trouble().ifPresent(problem -> {
            throw new UnusableSuite(suite.name(), List.of(problem));
        });
        if (!shard.isWhole()) {
            context.surroundings(this)
                    .notices()
                    .accept("%s has %d of %d cases"
                            .formatted(shard.words(), shard.of(cases).size(), cases.size()));
        }
        SuiteRun run = context.obstacle() == null
                ? context.run().runs().open(file, suite.name(), context.surroundings(this))
                : SuiteRuns.misconfigured(suite.name(), context.obstacle());
        boolean judgedTogether = children(GateNode.class).findAny().isPresent();
        run.expect(
                children(CaseNode.class).map(CaseNode::it).toList(),
                judgedTogether || children(ComparisonNode.class).findAny().isPresent());
        boolean judgedElsewhere =
                !shard.isWhole() && context.run().gate().rules().needTest();
        return context.withSuite(run, judgedTogether || judgedElsewhere ? SuiteTally.counted() : SuiteTally.NONE);
    }

    /** Whether a filter, or somebody's choice of single tests, leaves out cases or comparisons that would be run here; known from then on. */
    boolean isPart() {
        return part;
    }

    private boolean isLeftInPart() {
        Set<String> left = children(CaseNode.class).map(it -> it.it().name()).collect(Collectors.toSet());
        return shard.of(cases).stream().anyMatch(it -> !left.contains(it.name()))
                || children(ComparisonNode.class).count() < comparisons.size();
    }

    /** As a filter left them, in the order in which they run. */
    private <T> Stream<T> children(Class<T> kind) {
        return getChildren().stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public void after(RunContext context) {
        if (context.suite() == null) {
            return;
        }
        context.suite().close();
        // Not by the test of the waivers: who always leaves that out has to hear of their end as well.
        WaiverText.notices(context.run().runs().waivers(suite).unjudged(suite, null, ""))
                .forEach(context.surroundings(this).notices());
    }
}
