package dev.naysayer.cli;

import dev.naysayer.engine.junit.AuthContractTestEngine;
import dev.naysayer.engine.junit.Setting;
import dev.naysayer.reports.collect.OutcomeCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: what {@code mvn test} does, without Maven. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Tests: sends each case, judges the answers, and writes the report.",
        description = {
            "",
            "  naysayer run suites --target=https://staging.example --baseline=main/report.json --fail-on=new",
            "",
            "The control of an operation with 'mutates: true' does what the operation does; 'explain' tells what is sent.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:no test is red",
            " 1:a test is red: something is broken, could not be judged, or a gate is not kept",
            " 2:nothing was sent, or not for each suite: one has a problem, there is none, or no case is left"
        })
final class RunCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ChosenSuites suites = new ChosenSuites();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(
            names = "--formats",
            paramLabel = "NAMES",
            description = "Further files beside them: sarif,summary,comment,gitlab,badge")
    private @Nullable String formats;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description =
                    "Only tests with this tag: a condition, a group, a subject, 'control', or a tag of the suite.")
    private List<String> tags = List.of();

    @Option(names = "--without-tag", paramLabel = "TAG", description = "All tests but those with this tag.")
    private List<String> withoutTags = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description = "Which findings are red: must, should too, only what is new, or never. Default: must")
    private @Nullable String failOn;

    @Option(
            names = "--baseline",
            paramLabel = "RECORD",
            description = "The report.json of the run that this one is compared with, mostly of the main branch.")
    private @Nullable String baseline;

    @Option(names = "--max-warnings", paramLabel = "N", description = "How many tests of a suite may warn.")
    private @Nullable String maxWarnings;

    @Option(
            names = "--max-inconclusive",
            paramLabel = "N",
            description = "How many tests of a suite may be inconclusive; each is skipped then.")
    private @Nullable String maxInconclusive;

    @Option(names = "--min-cases", paramLabel = "N", description = "How many cases of a suite have to be judged.")
    private @Nullable String minCases;

    @Option(names = "--require-obtainable", description = "A credential that no source can make fails its case.")
    private boolean requireObtainable;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LauncherDiscoveryRequestBuilder request = suites.request(settings());
        if (!tags.isEmpty()) {
            request.filters(TagFilter.includeTags(tags));
        }
        if (!withoutTags.isEmpty()) {
            request.filters(TagFilter.excludeTags(withoutTags));
        }
        RedTests red = new RedTests(console, "naysayer doctor " + suites.said());
        // What is red is told before the last lines, which name the report.
        launch(request.build(), red);
        return red.exitCode();
    }

    /** Runs, and writes the report. */
    static void launch(LauncherDiscoveryRequest request, TestExecutionListener... first) {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .addTestEngines(new AuthContractTestEngine())
                .addTestExecutionListeners(first)
                .addTestExecutionListeners(new OutcomeCollector())
                .build());
        launcher.execute(request);
    }

    private Map<String, String> settings() {
        Map<String, String> said = new LinkedHashMap<>(report.said());
        put(said, Setting.FORMATS, formats);
        put(said, Setting.FAIL_ON, failOn);
        put(said, Setting.BASELINE, baseline);
        put(said, Setting.MAX_WARNINGS, maxWarnings);
        put(said, Setting.MAX_INCONCLUSIVE, maxInconclusive);
        put(said, Setting.MIN_CASES, minCases);
        put(said, Setting.REQUIRE_OBTAINABLE, requireObtainable ? "true" : null);
        return said;
    }

    private static void put(Map<String, String> said, Setting setting, @Nullable String value) {
        if (value != null) {
            said.put(setting.parameter(), value);
        }
    }
}
