package dev.naysayer.engine.junit;

import dev.naysayer.engine.outcome.ReportEntries;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree. */
final class EngineNode extends EngineDescriptor implements Node<RunContext> {

    private List<String> misspelt = List.of();

    EngineNode(UniqueId uniqueId) {
        super(uniqueId, "Auth contracts");
    }

    /** Told once and before the first case: what the run is called stands in every request. */
    @Override
    public RunContext before(RunContext context) {
        context.run().listener().reportingEntryPublished(this, ReportEntry.from(identity(context.run())));
        Stream.concat(
                        UnknownSettings.notices(
                                System.getenv(),
                                suites().map(suite -> suite.file().name()).toList()),
                        misspelt.stream())
                .forEach(notice -> context.run()
                        .listener()
                        .reportingEntryPublished(this, ReportEntry.from(ReportEntries.NOTICE_KEY, notice)));
        return context;
    }

    private static Map<String, String> identity(RunContext.Run run) {
        return run.shard().isWhole()
                ? Map.of(ReportEntries.RUN_KEY, run.id())
                : Map.of(
                        ReportEntries.RUN_KEY,
                        run.id(),
                        ReportEntries.SHARD_KEY,
                        run.shard().toString());
    }

    /** All suites of the run are known, and no filter has taken any of them away yet; of one with problems nobody knows the name. */
    void allKnown() {
        boolean readable = getDescendants().stream().noneMatch(ProblemNode.class::isInstance);
        misspelt = readable
                ? MisspeltSuites.notices(suites().map(SuiteNode::suite).toList())
                        .toList()
                : List.of();
    }

    /** Those that can be run. */
    Stream<SuiteNode> suites() {
        return getDescendants().stream().filter(SuiteNode.class::isInstance).map(SuiteNode.class::cast);
    }

    /**
     * What filters left: a suite without tests goes in silence where their tags were not wanted, and stays to fail where their names
     * were not and nothing else of the run has any test left.
     *
     * <p>JUnit asks this of the root first, behind all filters.
     */
    @Override
    public void prune() {
        List<SuiteNode> byName = suites().filter(SuiteNode::takeProbes).toList();
        if (getDescendants().stream().noneMatch(TestDescriptor::isTest)) {
            byName.forEach(SuiteNode::standEmpty);
        }
        super.prune();
    }
}
