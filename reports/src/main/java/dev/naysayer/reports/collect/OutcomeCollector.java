package dev.naysayer.reports.collect;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.junit.GateSettings;
import dev.naysayer.engine.junit.Setting;
import dev.naysayer.engine.outcome.ReportEntries;
import dev.naysayer.engine.outcome.Told;
import dev.naysayer.reports.change.Changes;
import dev.naysayer.reports.format.Annotations;
import dev.naysayer.reports.model.Circumstances;
import dev.naysayer.reports.model.RunProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes the report of every run in which a case had an outcome, into the directory of {@link Setting#REPORT_DIRECTORY}.
 *
 * <p>The service loader brings it, so having this module on the test class path is all it takes. It never fails a run:
 * a report that cannot be written is said on standard error.
 *
 * <p>From the first case on the directory holds no report of an earlier run: until the run ends it holds one that says that it has
 * not ended, which is what stays of a run that is killed.
 */
public final class OutcomeCollector implements TestExecutionListener {

    private final Clock clock;
    private final Map<String, String> environment;
    private final Supplier<PrintStream> out;
    private final Supplier<PrintStream> err;

    // JUnit calls from several threads when tests run in parallel.
    private volatile @Nullable PlanRecord running;
    private volatile @Nullable LastReport last;

    /** What the service loader calls. */
    public OutcomeCollector() {
        // Asked for each time: a test runner may change the streams between two runs.
        this(Clock.systemUTC(), System.getenv(), () -> System.out, () -> System.err);
    }

    /** @param environment the variables of the process */
    OutcomeCollector(
            Clock clock, Map<String, String> environment, Supplier<PrintStream> out, Supplier<PrintStream> err) {
        this.clock = clock;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        PlannedSuites suites = PlannedSuites.of(plan);
        running = new PlanRecord(
                ReportDirectory.at(Setting.REPORT_DIRECTORY
                        .in(plan.getConfigurationParameters())
                        .orElseGet(() -> BuildFolder.report(Path.of(""), System.getProperties()))),
                Setting.RUN_ID.in(plan.getConfigurationParameters()),
                suites,
                circumstances(plan.getConfigurationParameters()),
                ChosenFormats.of(Setting.FORMATS.in(plan.getConfigurationParameters()), environment),
                GateSettings.of(plan.getConfigurationParameters()),
                clock);
        last = suites.names().isEmpty() ? null : LastReport.of(this::finish);
    }

    private static Circumstances circumstances(ConfigurationParameters parameters) {
        CheckedOut source = CheckedOut.of(System.getenv(), Path.of(""));
        return new Circumstances(source.commit(), source.branch(), Setting.inForce(parameters));
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        PlanRecord plan = running;
        LastReport report = last;
        if (report != null && PlannedSuites.isEngine(test.getUniqueIdObject())) {
            report.engineStarted();
        }
        if (plan != null && test.isTest() && PlannedSuites.isOurs(test.getUniqueIdObject())) {
            plan.started(test);
        }
    }

    /** Ours are only where the run is cancelled. */
    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        PlanRecord plan = running;
        if (plan != null && PlannedSuites.isOurs(test.getUniqueIdObject())) {
            plan.leftOut();
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        Map<String, String> entries = entry.getKeyValuePairs();
        String notice = entries.get(ReportEntries.NOTICE_KEY);
        if (notice != null) {
            say(test.getDisplayName() + ": " + notice);
        }
        PlanRecord plan = running;
        String run = entries.get(ReportEntries.RUN_KEY);
        if (plan != null && run != null) {
            plan.named(run);
        }
        String shard = entries.get(ReportEntries.SHARD_KEY);
        if (plan != null && shard != null) {
            plan.ofShard(shard);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        PlanRecord plan = running;
        if (plan == null || !PlannedSuites.isOurs(test.getUniqueIdObject())) {
            return;
        }
        LastReport report = last;
        if (report != null && PlannedSuites.isEngine(test.getUniqueIdObject())) {
            report.engineFinished();
        }
        if (test.isTest()) {
            plan.finished(test, Told.of(test.getUniqueId()));
        } else if (result.getStatus() == Status.FAILED) {
            if (PlannedSuites.isEngine(test.getUniqueIdObject())) {
                plan.engineFailed();
            } else {
                plan.containerFailed(test);
            }
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        finish();
        LastReport report = last;
        last = null;
        if (report != null) {
            report.callOff();
        }
    }

    /** Once for each plan; whoever comes second waits until the report is written. */
    private synchronized void finish() {
        PlanRecord ending = running;
        running = null;
        if (ending == null) {
            return;
        }
        try {
            Optional<SearchedReport.Written> written = ending.end();
            if (written.isPresent()) {
                announce(ending, written.get());
            } else if (ending.removedEarlierReport()) {
                say("No suite was run. The report of an earlier run was removed from "
                        + ending.directory().path());
            }
        } catch (IOException | RuntimeException e) {
            complain("Naysayer cannot write its report into "
                    + ending.directory().path() + ": " + e
                    + System.lineSeparator()
                    + "The tests' own results are not affected, but what lies there is no report of them."
                    + " Make the directory writable, or name another with -D" + Setting.REPORT_DIRECTORY.parameter()
                    + "=…");
        }
    }

    private void announce(PlanRecord plan, SearchedReport.Written written) {
        written.report().suites().stream()
                .filter(suite -> plan.ran(suite.origin()))
                .forEach(suite -> say(suite.name() + ": " + suite.summary()));
        written.document().gate().lines().forEach(line -> say("Gate " + line));
        Changes changes = written.document().changes();
        if (changes != null) {
            say("Compared with " + changes.baseline().words() + ": " + changes.sentence());
        }
        say("Report: " + plan.directory().frontPage());
        if ("true".equals(environment.get(Annotations.GITHUB))) {
            Annotations.of(written.report()).forEach(out.get()::println);
        }
        complainOf(plan, written);
    }

    private void complainOf(PlanRecord plan, SearchedReport.Written written) {
        if (written.late()) {
            complain("Naysayer got to know a secret after an answer that holds it had been told. It is replaced in the"
                    + " report and in its journal; what the console said before may hold it still.");
        }
        IOException baseline = plan.troubleWithBaseline();
        if (baseline != null) {
            complain("The report does not say what is new: " + baseline.getMessage());
        }
        IOException trouble = plan.trouble();
        if (trouble != null) {
            complain("Naysayer could not write its journal into "
                    + plan.directory().journals() + " (" + trouble
                    + ") and kept outcomes in memory: had this run been killed, they would have been lost.");
        }
        for (RunProcess process : written.document().run().unfinished()) {
            complain("Naysayer's report is unfinished: " + process.fate() + " in " + process.directory()
                    + ". Cases may be missing.");
        }
    }

    private void say(String line) {
        out.get().println(VisibleText.ofConsole(line));
    }

    private void complain(String message) {
        err.get().println(VisibleText.ofConsole(message));
    }
}
