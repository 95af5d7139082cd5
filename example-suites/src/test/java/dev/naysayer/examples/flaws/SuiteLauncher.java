package dev.naysayer.examples.flaws;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the orders suite through JUnit's Launcher against whatever answers at a URL. */
final class SuiteLauncher {

    @AuthContract(value = "/dev/naysayer/examples/orders/orders.auth.yaml", target = OrdersIssuer.class)
    static final class OrdersContract {}

    /** Without the listeners of the class path: the report belongs to the build's own run. */
    private static final LauncherConfig QUIET = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .build();

    /** What a run came to: each case's outcome, and how many tests JUnit counted as passed, failed and skipped. */
    record Run(List<CaseOutcome> outcomes, List<TestExecutionResult> results) {

        long successes() {
            return count(TestExecutionResult.Status.SUCCESSFUL);
        }

        long failures() {
            return count(TestExecutionResult.Status.FAILED);
        }

        private long count(TestExecutionResult.Status status) {
            return results.stream()
                    .filter(result -> result.getStatus() == status)
                    .count();
        }

        Stream<String> messages() {
            return results.stream()
                    .flatMap(result -> result.getThrowable().stream())
                    .map(Throwable::getMessage);
        }
    }

    private SuiteLauncher() {}

    static Run run(String url) {
        Launcher launcher = LauncherFactory.create(QUIET);
        Run run = new Run(new ArrayList<>(), new ArrayList<>());
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(OrdersContract.class))
                        .configurationParameter("naysayer.target", url)
                        .build(),
                new TestExecutionListener() {
                    @Override
                    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                        String json = entry.getKeyValuePairs().get(OutcomeJson.REPORT_ENTRY_KEY);
                        if (json != null) {
                            run.outcomes().add(OutcomeJson.read(json));
                        }
                    }

                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        if (test.isTest()) {
                            run.results().add(result);
                        }
                    }
                });
        return run;
    }
}
