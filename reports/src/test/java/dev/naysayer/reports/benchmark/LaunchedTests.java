package dev.naysayer.reports.benchmark;

import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** One engine, started as build tools start it. */
final class LaunchedTests {

    private LaunchedTests() {}

    /** @throws IllegalStateException unless at least so many tests ran and all are green */
    static void run(String engine, DiscoverySelector selector, int tests, Map<String, String> parameters) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selector)
                                .filters(EngineFilter.includeEngines(engine))
                                .configurationParameters(parameters)
                                .build(),
                        summary);
        long green = summary.getSummary().getTestsSucceededCount();
        if (summary.getSummary().getTotalFailureCount() > 0 || green < tests) {
            summary.getSummary()
                    .getFailures()
                    .forEach(
                            failure -> System.out.println(failure.getTestIdentifier() + ": " + failure.getException()));
            throw new IllegalStateException("%d of %d tests are green".formatted(green, tests));
        }
    }
}
