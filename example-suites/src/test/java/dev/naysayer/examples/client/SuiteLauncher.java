package dev.naysayer.examples.client;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs an annotated class through JUnit's Launcher, apart from the build's own run. */
public final class SuiteLauncher {

    /** Without the listeners of the class path: the report belongs to the build's own run. */
    private static final LauncherConfig QUIET = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .build();

    /** What a run came to: each case's and comparison's outcome, and what JUnit made of each test. */
    public record Run(
            List<CaseOutcome> outcomes, List<ComparisonOutcome> comparisons, List<TestExecutionResult> results) {

        /** How many tests passed. */
        public long successes() {
            return count(TestExecutionResult.Status.SUCCESSFUL);
        }

        /** How many tests failed. */
        public long failures() {
            return count(TestExecutionResult.Status.FAILED);
        }

        private long count(TestExecutionResult.Status status) {
            return results.stream()
                    .filter(result -> result.getStatus() == status)
                    .count();
        }

        /** What the failures say. */
        public Stream<String> messages() {
            return results.stream()
                    .flatMap(result -> result.getThrowable().stream())
                    .map(Throwable::getMessage);
        }
    }

    private SuiteLauncher() {}

    /** Runs the class's suite, with these settings. */
    public static Run run(Class<?> contract, Map<String, String> settings) {
        return run(contract, settings, Set.of());
    }

    /** Runs what has one of these tags of the class's suite; all of it where there are none. */
    public static Run run(Class<?> contract, Map<String, String> settings, Set<String> tags) {
        Launcher launcher = LauncherFactory.create(QUIET);
        Run run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Throwable> ofContainers = new ArrayList<>();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(contract))
                        .configurationParameters(settings)
                        .filters(
                                tags.isEmpty()
                                        ? new Filter<?>[0]
                                        : new Filter<?>[] {TagFilter.includeTags(List.copyOf(tags))})
                        .build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        Told told = Told.of(test.getUniqueId());
                        Stream.ofNullable(told.outcome()).forEach(run.outcomes()::add);
                        run.comparisons().addAll(told.comparisons());
                        if (test.isTest()) {
                            run.results().add(result);
                        } else {
                            result.getThrowable().ifPresent(ofContainers::add);
                        }
                    }
                });
        if (run.results().isEmpty()) {
            IllegalStateException nothing = new IllegalStateException(
                    "no test of %s ran: its suite cannot be read".formatted(contract.getName()));
            ofContainers.forEach(nothing::addSuppressed);
            throw nothing;
        }
        return run;
    }
}
