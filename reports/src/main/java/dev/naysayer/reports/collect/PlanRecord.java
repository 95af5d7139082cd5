package dev.naysayer.reports.collect;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.outcome.Told;
import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.model.Circumstances;
import dev.naysayer.reports.model.SuiteOrigin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestIdentifier;

/** One test plan on its way into the journal. */
final class PlanRecord {

    private final ReportDirectory directory;
    private final Optional<String> givenRun;
    private final PlannedSuites suites;
    private final Circumstances circumstances;
    private final List<ReportFormat> formats;
    private final GateRules gate;
    private final Clock clock;
    private final RunRecord record;
    private final Set<String> ids = new LinkedHashSet<>();
    /** Tests that began and have not ended. */
    private final Set<String> open = new HashSet<>();

    private final Set<String> parents = new HashSet<>();
    private final List<TestIdentifier> failedContainers = new ArrayList<>();
    private @Nullable String shard;
    private boolean begun;
    private boolean engineFailed;
    private boolean leftOut;
    private boolean removedEarlierReport;
    private @Nullable IOException trouble;
    private @Nullable IOException troubleWithBaseline;

    PlanRecord(
            ReportDirectory directory,
            Optional<String> givenRun,
            PlannedSuites suites,
            Circumstances circumstances,
            List<ReportFormat> formats,
            GateRules gate,
            Clock clock) {
        this.directory = directory;
        this.givenRun = givenRun;
        this.suites = suites;
        this.circumstances = circumstances;
        this.formats = formats;
        this.gate = gate;
        this.clock = clock;
        this.record = RunRecord.of(directory);
    }

    ReportDirectory directory() {
        return directory;
    }

    /** The engine has named its run. */
    synchronized void named(String id) {
        if (ids.add(id) && begun) {
            record.add(JournalLine.ofRun(id));
        }
    }

    /** The engine has said which of all cases it runs. */
    synchronized void ofShard(String text) {
        shard = text;
        if (begun) {
            record.add(JournalLine.ofShard(text));
        }
    }

    synchronized void started(TestIdentifier test) {
        begin();
        open.add(test.getUniqueId());
        parents.add(parent(test));
    }

    /** A test has ended, and this is what it came to. */
    synchronized void finished(TestIdentifier test, Told told) {
        open.remove(test.getUniqueId());
        if (PlannedSuites.isEmptyShard(test.getUniqueIdObject())) {
            return;
        }
        if (told.isNothing()) {
            missing(test);
        } else {
            record.add(test.getUniqueId(), told);
        }
    }

    synchronized void engineFailed() {
        engineFailed = true;
    }

    /** A test, or all below a class or suite, was not begun. */
    synchronized void leftOut() {
        leftOut = true;
    }

    /** A class or suite failed by itself, perhaps before its first case; an earlier report does not tell of that. */
    synchronized void containerFailed(TestIdentifier container) {
        begin();
        failedContainers.add(container);
    }

    /** The report of the run as it is now; empty where no case of this plan began and no suite failed. */
    synchronized Optional<SearchedReport.Written> end() throws IOException {
        if (!begun) {
            removedEarlierReport = engineFailed && !record.knowsOutcomes(givenRun) && directory.clear();
            return Optional.empty();
        }
        failedContainers.stream()
                .filter(it -> parents.stream().noneMatch(parent -> parent.startsWith(it.getUniqueId())))
                .forEach(this::missing);
        return Optional.of(record.end(clock, !engineFailed && !leftOut && open.isEmpty(), baseline()));
    }

    /** The engine has read it already, and its tests are red where that could not be done. */
    private @Nullable Baseline baseline() {
        if (gate.baseline() == null) {
            return null;
        }
        try {
            return Baseline.read(Path.of(gate.baseline()));
        } catch (IOException e) {
            troubleWithBaseline = e;
            return null;
        }
    }

    /** Why the report cannot say what is new; null where it can, or nobody asked. */
    synchronized @Nullable IOException troubleWithBaseline() {
        return troubleWithBaseline;
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        try {
            record.begin(clock, givenRun, suites, circumstances, formats, gate);
        } catch (IOException e) {
            // Said when the run ends, where it stands in the way of the report as well.
            trouble = e;
        }
        ids.forEach(id -> record.add(JournalLine.ofRun(id)));
        if (shard != null) {
            record.add(JournalLine.ofShard(shard));
        }
    }

    private void missing(TestIdentifier test) {
        record.add(JournalLine.of(new JournalLine.Missing(test.getUniqueId(), test.getDisplayName())));
    }

    /** Whether a case of this suite ran in this plan. */
    synchronized boolean ran(SuiteOrigin suite) {
        return parents.stream().map(record::place).anyMatch(suite.place()::equals);
    }

    synchronized boolean removedEarlierReport() {
        return removedEarlierReport;
    }

    /** What kept the journal or the first report from being written; null where nothing did. */
    synchronized @Nullable IOException trouble() {
        IOException ofJournal = record.trouble();
        return ofJournal == null ? trouble : ofJournal;
    }

    private static String parent(TestIdentifier test) {
        return test.getUniqueIdObject().removeLastSegment().toString();
    }
}
