package dev.naysayer.reports.collect;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.engine.outcome.OutcomeDocument;
import dev.naysayer.engine.outcome.OutcomeJson;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.SuiteReport;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.function.Supplier;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes the report of every run in which a case had an outcome, into {@value #DIRECTORY_PARAMETER}.
 *
 * <p>The service loader brings it, so having this module on the test class path is all it takes. It never fails a run:
 * a report that cannot be written is said on standard error.
 */
public final class OutcomeCollector implements TestExecutionListener {

    /** The JUnit configuration parameter, or system property, that names the report's directory. */
    public static final String DIRECTORY_PARAMETER = "naysayer.report-directory";

    /** Where the report goes when nothing is said, below the directory that the tests run in. */
    public static final String DEFAULT_DIRECTORY = "target/naysayer";

    private static final String ENGINE_ID = "auth-contract";

    private final Clock clock;
    private final Supplier<PrintStream> out;
    private final Supplier<PrintStream> err;

    // JUnit calls from several threads when tests run in parallel.
    private volatile ReportDirectory directory = ReportDirectory.at(DEFAULT_DIRECTORY);
    private volatile boolean somethingArrived;
    private volatile boolean engineFailed;

    /** What the service loader calls. */
    public OutcomeCollector() {
        // Asked for each time: a test runner may change the streams between two runs.
        this(Clock.systemUTC(), () -> System.out, () -> System.err);
    }

    OutcomeCollector(Clock clock, Supplier<PrintStream> out, Supplier<PrintStream> err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        directory = ReportDirectory.at(
                plan.getConfigurationParameters().get(DIRECTORY_PARAMETER).orElse(DEFAULT_DIRECTORY));
        somethingArrived = false;
        engineFailed = false;
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String notice = entry.getKeyValuePairs().get(OutcomeJson.NOTICE_KEY);
        if (notice != null) {
            say(test.getDisplayName() + ": " + notice);
        }
        String ofCase = entry.getKeyValuePairs().get(OutcomeJson.REPORT_ENTRY_KEY);
        String ofComparison = entry.getKeyValuePairs().get(OutcomeJson.COMPARISON_KEY);
        RunRecord record = RunRecord.of(directory.path());
        try {
            if (ofCase != null) {
                record.keep(test.getUniqueId(), OutcomeJson.read(ofCase));
                somethingArrived = true;
            }
            if (ofComparison != null) {
                record.keep(test.getUniqueId(), OutcomeJson.readComparison(ofComparison));
                somethingArrived = true;
            }
        } catch (RuntimeException e) {
            complain("Naysayer's report lacks " + test.getDisplayName() + ": its outcome cannot be read. Use the same"
                    + " version of naysayer-engine and naysayer-reports. (" + e.getMessage() + ")");
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.FAILED && isOurEngine(test.getUniqueIdObject())) {
            engineFailed = true;
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        try {
            RunRecord record = RunRecord.of(directory.path());
            if (somethingArrived) {
                directory.write(OutcomeDocument.of(
                        BuildVersion.generator(), clock.instant(), record.cases(), record.comparisons()));
                announce(record);
            } else if (engineFailed && record.isEmpty() && directory.clear()) {
                say("No suite was run. The report of an earlier run was removed from " + directory.path());
            }
        } catch (IOException | RuntimeException e) {
            complain("Naysayer cannot write its report into " + directory.path() + ": " + e + System.lineSeparator()
                    + "The tests' own results are not affected, but a report there may be of an earlier run."
                    + " Make the directory writable, or name another with -D" + DIRECTORY_PARAMETER + "=…");
        }
    }

    /** Inside a suite engine ours is not the first segment but the last. */
    private static boolean isOurEngine(UniqueId id) {
        UniqueId.Segment last = id.getLastSegment();
        return last.getType().equals("engine") && last.getValue().equals(ENGINE_ID);
    }

    private void announce(RunRecord record) {
        for (SuiteReport suite :
                ConformanceReport.of(record.cases(), record.comparisons()).suites()) {
            say(suite.name() + ": " + suite.summary());
        }
        say("Report: " + directory.frontPage());
    }

    private void say(String line) {
        out.get().println(line);
    }

    private void complain(String message) {
        err.get().println(message);
    }
}
