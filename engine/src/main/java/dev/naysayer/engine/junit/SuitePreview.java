package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.plan.IdleScenarios;
import dev.naysayer.engine.rule.comparison.IdleProbes;
import dev.naysayer.engine.run.BaseUrls;
import dev.naysayer.engine.run.SuiteFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/**
 * What a run would do with a suite, before anything is sent: for whoever looks first.
 *
 * @param file the suite's, or null where a class names one that is not there
 * @param suite what it says, or null where there are problems
 * @param cases all of them, in their order; none where there are problems
 * @param comparisons the names of the tests that compare answers
 * @param given the base URL that goes before the suite's own and a started target's, with the setting that says it; null where none does
 * @param problems why it cannot be run, each with place, cause and next step; empty where it can
 */
public record SuitePreview(
        @Nullable SuiteFile file,
        @Nullable Suite suite,
        List<ContractCase> cases,
        List<String> comparisons,
        BaseUrls.@Nullable Given given,
        List<String> problems) {

    /** Of each suite that a run of this request would have, in its order. Nothing is sent, and no command is run. */
    public static List<SuitePreview> all(EngineDiscoveryRequest request) {
        TestDescriptor engine =
                new AuthContractTestEngine().discover(request, UniqueId.forEngine(AuthContractTestEngine.ID));
        Settings settings = new Settings(request.getConfigurationParameters());
        return engine.getDescendants().stream()
                .flatMap(node -> of(node, settings).stream())
                .toList();
    }

    /** What is wrong with a suite although it reads, as far as nothing but its tests shows it: for whoever writes one. */
    public static List<Problem> beyondReading(Suite suite, SuiteFile file) {
        return SuiteNodes.ofPlan(suite, file);
    }

    /** What the suite names in vain although it is no problem, each with the reason: it tests less than it seems to. */
    public List<String> remarks() {
        return cases.isEmpty()
                ? List.of()
                : Stream.concat(IdleScenarios.of(cases), IdleProbes.of(cases)).toList();
    }

    private static Optional<SuitePreview> of(TestDescriptor node, Settings settings) {
        if (node instanceof ProblemNode failing) {
            return Optional.of(new SuitePreview(
                    failing.file().orElse(null), null, List.of(), List.of(), null, failing.problems()));
        }
        return node instanceof SuiteNode running
                ? Optional.of(new SuitePreview(
                        running.file(),
                        running.suite(),
                        running.cases(),
                        List.copyOf(running.comparisons()),
                        settings.target(running.file()).orElse(null),
                        List.of()))
                : Optional.empty();
    }
}
