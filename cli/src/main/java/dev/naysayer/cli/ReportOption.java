package dev.naysayer.cli;

import dev.naysayer.engine.junit.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import picocli.CommandLine.Option;

/** Where a run's report goes: as it is said here, or else by a setting of the process. */
final class ReportOption {

    /** Where no build has a folder of its own. */
    private static final String FOLDER = "naysayer-report";

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            description = "Where index.html and report.json go. Default: " + FOLDER)
    private @Nullable String folder;

    /** What a request has to be told of it. */
    Map<String, String> said() {
        if (folder == null) {
            return isUnsaid() ? Map.of(Setting.REPORT_DIRECTORY.parameter(), FOLDER) : Map.of();
        }
        return Map.of(Setting.REPORT_DIRECTORY.parameter(), folder);
    }

    /** The folder that a run of this request writes to. */
    static Path of(LauncherDiscoveryRequest request) {
        return Path.of(Setting.REPORT_DIRECTORY
                .in(request.getConfigurationParameters())
                .orElse(FOLDER));
    }

    private static boolean isUnsaid() {
        String variable = System.getenv(Setting.REPORT_DIRECTORY.variable());
        return System.getProperty(Setting.REPORT_DIRECTORY.parameter()) == null
                && (variable == null || variable.isEmpty());
    }
}
