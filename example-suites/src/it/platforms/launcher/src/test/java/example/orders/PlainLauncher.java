package example.orders;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What an IDE does: all of a package, and then what failed once more, each by its unique id. */
public final class PlainLauncher {

    private PlainLauncher() {}

    public static void main(String[] arguments) {
        List<DiscoverySelector> failed;
        try (LauncherSession session = LauncherFactory.openSession()) {
            failed = failed(session.getLauncher(), "all", List.of(selectPackage("example.orders")));
            if (!failed.isEmpty()) {
                failed = failed(session.getLauncher(), "again", failed);
            }
        }
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    private static List<DiscoverySelector> failed(Launcher launcher, String run, List<DiscoverySelector> selectors) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build(), listener);
        TestExecutionSummary summary = listener.getSummary();
        System.out.printf(
                "%s: found %d, succeeded %d, failed %d, skipped %d, aborted %d%n",
                run,
                summary.getTestsFoundCount(),
                summary.getTestsSucceededCount(),
                summary.getTotalFailureCount(),
                summary.getTestsSkippedCount(),
                summary.getTestsAbortedCount());
        List<DiscoverySelector> failed = new ArrayList<>();
        summary.getFailures().forEach(failure -> {
            System.out.println(run + ": " + failure.getException());
            failed.add(selectUniqueId(failure.getTestIdentifier().getUniqueId()));
        });
        return failed;
    }
}
