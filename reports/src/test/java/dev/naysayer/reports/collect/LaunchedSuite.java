package dev.naysayer.reports.collect;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import dev.naysayer.engine.junit.Setting;
import dev.naysayer.reports.ListeningConsole;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.Filter;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A suite that is run as a build runs it, with its report in a folder. */
final class LaunchedSuite {

    private LaunchedSuite() {}

    /** @param settings by their parameters, beside target and report directory */
    static void run(Path suite, String target, Path reports, Map<String, String> settings, ListeningConsole console) {
        run(suite, target, reports, List.of(), settings, console);
    }

    /** The same, of what these filters leave. */
    static void run(
            Path suite,
            String target,
            Path reports,
            List<PostDiscoveryFilter> filters,
            Map<String, String> settings,
            ListeningConsole console) {
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectFile(suite.toString()))
                                .filters(filters.toArray(Filter[]::new))
                                .configurationParameter(Setting.TARGET.parameter(), target)
                                .configurationParameter(Setting.REPORT_DIRECTORY.parameter(), reports.toString())
                                .configurationParameters(settings)
                                .build(),
                        new OutcomeCollector(Clock.systemUTC(), Map.of(), console::out, console::out));
    }
}
