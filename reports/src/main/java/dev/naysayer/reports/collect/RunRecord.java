package dev.naysayer.reports.collect;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeForm;
import dev.naysayer.engine.outcome.Told;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.model.Circumstances;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM knows of the run that reports into one directory: its own journal, and those of the other processes beside it.
 *
 * <p>Problem: Surefire executes one test plan after another in one JVM, for reruns of failed tests and with some settings for each
 * class, and a rerun holds the failed cases only. Constraint: whether the listener is the same object each time is not promised. Choice:
 * the record outlives the listener, so that the last report is complete.
 */
final class RunRecord {

    private static final Map<Path, RunRecord> BY_DIRECTORY = new ConcurrentHashMap<>();

    private final ReportDirectory directory;
    private final LastGate gate = new LastGate();
    private final SearchedReport report;
    private List<ReportFormat> formats = ReportFormats.with(List.of());
    private @Nullable Journal journal;
    private int openPlans;

    private RunRecord(ReportDirectory directory) {
        this.directory = directory;
        this.report = new SearchedReport(directory, gate);
    }

    static RunRecord of(ReportDirectory directory) {
        return BY_DIRECTORY.computeIfAbsent(directory.path(), path -> new RunRecord(directory));
    }

    /** A plan's first case begins: what an earlier run left is no result any more. */
    synchronized void begin(
            Clock clock,
            Optional<String> givenRun,
            PlannedSuites suites,
            Circumstances circumstances,
            List<ReportFormat> chosenFormats,
            GateRules gate)
            throws IOException {
        openPlans++;
        formats = chosenFormats;
        Journal ours = ours(clock, givenRun);
        ours.add(JournalLine.of(new JournalLine.Begin(
                clock.instant(), suites.names(), suites.digests(), suites.paths(), gate, circumstances)));
        // First of all: where there is no room for anything new, the old one must not stay.
        directory.clear();
        FolderLock.alone(directory.journals(), () -> {
            directory.clear();
            directory.removeDrafts();
            new JournalFolder(directory.journals()).removeOthers(ours.writer());
            RunReading nothing = new RunReading();
            nothing.add(described(ours, clock), new JournalSource.Own(new JournalText(null, List.of())));
            return write(nothing.document(BuildVersion.generator(), stamp()));
        });
    }

    private Journal ours(Clock clock, Optional<String> givenRun) throws IOException {
        Journal known = journal;
        String identity = RunIdentity.of(givenRun);
        if (known != null && !known.isGone() && known.writer().identity().equals(identity)) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        Journal opened = opened(identity, clock.instant());
        journal = opened;
        return opened;
    }

    private Journal opened(String identity, Instant now) {
        ProcessHandle self = ProcessHandle.current();
        return Journal.open(
                directory.journals(),
                new JournalLine.Writer(
                        OutcomeForm.VERSION,
                        BuildVersion.generator(),
                        identity,
                        self.pid(),
                        self.info().startInstant().orElse(null),
                        now,
                        Path.of("").toAbsolutePath().toString()),
                "%016x-%d-%s.jsonl"
                        .formatted(
                                now.toEpochMilli(),
                                self.pid(),
                                UUID.randomUUID().toString().substring(0, 8)));
    }

    synchronized void add(JournalLine line) {
        if (journal != null) {
            journal.add(line);
        }
    }

    synchronized void add(String test, Told told) {
        gate.know(Told.secretsOf(test));
        if (journal != null) {
            if (told.outcome() != null) {
                journal.add(test, told.outcome(), told.ofPart());
            }
            for (ComparisonOutcome outcome : told.comparisons()) {
                journal.add(test, outcome, told.ofPart());
            }
            for (WaiverOutcome outcome : told.waivers()) {
                journal.add(test, outcome, told.ofPart());
            }
            if (!told.gates().isEmpty()) {
                journal.add(JournalLine.of(new JournalLine.Gates(test, told.gates())));
            }
        }
    }

    /**
     * A plan that began has ended: the report is made of all journals of the run.
     *
     * @param whole whether all its tests ended
     * @param baseline what the run is compared with, or null
     */
    synchronized SearchedReport.Written end(Clock clock, boolean whole, @Nullable Baseline baseline)
            throws IOException {
        Journal ours = journal;
        if (ours == null) {
            throw new IOException("no journal was begun");
        }
        openPlans--;
        if (openPlans == 0) {
            ours.add(JournalLine.of(new JournalLine.End(clock.instant(), whole)));
        }
        try {
            return FolderLock.alone(directory.journals(), () -> {
                JournalFolder.Contents found = new JournalFolder(directory.journals()).contents();
                return write(
                        ours,
                        clock,
                        others(ours, found),
                        found.unreadable(ours.writer().started()),
                        baseline);
            });
        } catch (IOException e) {
            if (ours.trouble() == null) {
                throw e;
            }
            // There is no folder to be alone in, so nobody else writes a journal either.
            return write(ours, clock, Map.of(), List.of(), baseline);
        } finally {
            if (openPlans == 0) {
                gate.forget();
            }
        }
    }

    private static Map<JournalFile, JournalSource> others(Journal ours, JournalFolder.Contents found) {
        Map<JournalFile, JournalSource> others = new HashMap<>();
        found.journals().forEach((path, other) -> {
            if (!path.equals(ours.path()) && other.belongsTo(ours.writer())) {
                others.put(other, new JournalSource.Other(path));
            }
        });
        return others;
    }

    private SearchedReport.Written write(
            Journal ours,
            Clock clock,
            Map<JournalFile, JournalSource> others,
            List<Path> unreadable,
            @Nullable Baseline baseline)
            throws IOException {
        Map<JournalFile, JournalSource> all = new HashMap<>(others);
        all.put(described(ours, clock), new JournalSource.Own(ours.text()));
        RunReading reading = new RunReading();
        // The outcome of a test that was tried again in another process is the later one.
        for (JournalFile one : all.keySet().stream()
                .sorted(Comparator.comparing(it -> it.writer().started()))
                .toList()) {
            reading.add(one, Objects.requireNonNull(all.get(one)));
        }
        unreadable.forEach(reading::miss);
        return write(reading.document(BuildVersion.generator(), stamp(), baseline));
    }

    /** Whether an outcome of this run is known, of this process or another. */
    synchronized boolean knowsOutcomes(Optional<String> givenRun) throws IOException {
        if (journal != null) {
            return true;
        }
        String identity = RunIdentity.of(givenRun);
        return new JournalFolder(directory.journals())
                .contents().journals().values().stream()
                        .anyMatch(it -> it.writer().identity().equals(identity)
                                || it.process().state() == RunProcess.State.RUNNING);
    }

    /** What tells this id from those of other processes. */
    synchronized String place(String id) {
        return journal == null ? id : RunReading.place(journal.writer(), id);
    }

    synchronized @Nullable IOException trouble() {
        return journal == null ? null : journal.trouble();
    }

    private SearchedReport.Written write(RunDocument document) throws IOException {
        try {
            return report.write(document, formats);
        } catch (SecretFound late) {
            try {
                return report.writeClean(document, formats);
            } finally {
                if (journal != null) {
                    journal.rewrite(gate::without);
                }
            }
        }
    }

    private static JournalFile described(Journal ours, Clock clock) throws IOException {
        JournalFile file = JournalFile.read(ours.text(), clock.instant());
        if (file == null) {
            throw new IOException("the journal of this process cannot be read");
        }
        return file;
    }

    private static String stamp() {
        return UUID.randomUUID().toString();
    }
}
