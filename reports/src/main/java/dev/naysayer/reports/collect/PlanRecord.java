package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.OutcomeReader;
import dev.naysayer.reports.model.SuiteOrigin;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestIdentifier;

/** One test plan on its way into the journal. */
final class PlanRecord {

    private final ReportDirectory directory;
    private final Optional<String> givenRun;
    private final List<String> suites;
    private final Clock clock;
    private final RunRecord record;
    private final OutcomeReader reader = new OutcomeReader();
    private final Set<String> ids = new LinkedHashSet<>();
    /** Tests that began and have not ended, and those of them of which no outcome is known. */
    private final Set<String> open = new HashSet<>();

    private final Set<String> silent = new HashSet<>();
    private final Set<String> parents = new HashSet<>();
    private final List<TestIdentifier> failedContainers = new ArrayList<>();
    private boolean begun;
    private boolean engineFailed;
    private boolean removedEarlierReport;
    private @Nullable IOException trouble;

    PlanRecord(ReportDirectory directory, Optional<String> givenRun, List<String> suites, Clock clock) {
        this.directory = directory;
        this.givenRun = givenRun;
        this.suites = suites;
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

    synchronized void started(TestIdentifier test) {
        begin();
        open.add(test.getUniqueId());
        silent.add(test.getUniqueId());
        parents.add(parent(test));
    }

    /** Keeps an outcome; says why where it cannot be read. */
    synchronized Optional<String> published(TestIdentifier test, Map<String, String> entries) {
        begin();
        parents.add(parent(test));
        try {
            reader.outcome(entries);
            reader.comparison(entries);
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        silent.remove(test.getUniqueId());
        record.add(JournalLine.of(new JournalLine.Entry(test.getUniqueId(), entries)));
        return Optional.empty();
    }

    synchronized void finished(TestIdentifier test) {
        open.remove(test.getUniqueId());
        if (silent.remove(test.getUniqueId())) {
            missing(test);
        }
    }

    synchronized void engineFailed() {
        engineFailed = true;
    }

    /** A class or suite failed by itself, perhaps before its first case; an earlier report does not tell of that. */
    synchronized void containerFailed(TestIdentifier container) {
        begin();
        failedContainers.add(container);
    }

    /** The report of the run as it is now; empty where no case of this plan began and no suite failed. */
    synchronized Optional<RunRecord.Written> end() throws IOException {
        if (!begun) {
            removedEarlierReport = engineFailed && !record.knowsOutcomes(givenRun) && directory.clear();
            return Optional.empty();
        }
        failedContainers.stream()
                .filter(it -> parents.stream().noneMatch(parent -> parent.startsWith(it.getUniqueId())))
                .forEach(this::missing);
        return Optional.of(record.end(clock, !engineFailed && open.isEmpty()));
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        try {
            record.begin(clock, givenRun, suites);
        } catch (IOException e) {
            // Said when the run ends, where it stands in the way of the report as well.
            trouble = e;
        }
        ids.forEach(id -> record.add(JournalLine.ofRun(id)));
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
