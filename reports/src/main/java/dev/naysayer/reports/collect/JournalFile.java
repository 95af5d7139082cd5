package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.OutcomeForm;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.reports.model.RunProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What is known of a journal without its outcomes.
 *
 * @param writer the process that writes it
 * @param suites the names of the suites that it was to run
 * @param ids what the engine calls the run there
 * @param shard which of all cases are run there, or null where all are
 * @param end the end of its last test plan, or null where that has none
 * @param touched when something was written into it last
 */
record JournalFile(
        JournalLine.Writer writer,
        List<String> suites,
        List<String> ids,
        @Nullable Shard shard,
        JournalLine.@Nullable End end,
        Instant touched) {

    /** Empty where the file is no journal of this version. */
    static Optional<JournalFile> read(Path path) throws IOException {
        Instant touched = Files.getLastModifiedTime(path).toInstant();
        try (JournalText text = JournalText.of(path)) {
            return Optional.ofNullable(read(text, touched));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Null where it does not begin as a journal of this version does. */
    static @Nullable JournalFile read(JournalText text, Instant touched) throws IOException {
        Summary summary = new Summary();
        text.read((place, line) -> summary.add(line));
        JournalLine.Writer writer = summary.writer;
        return writer == null || writer.form() != OutcomeForm.VERSION
                ? null
                : new JournalFile(
                        writer,
                        summary.suites.stream().distinct().toList(),
                        summary.ids.stream().distinct().toList(),
                        summary.shard,
                        summary.end,
                        touched);
    }

    /**
     * Whether its outcomes belong into the report of another process.
     *
     * <p>It does where both are of one run, and where two runs write into one folder at once: else the one that ends last would
     * hide the other.
     */
    boolean belongsTo(JournalLine.Writer other) {
        return writer.identity().equals(other.identity()) || !endedBefore(other.started());
    }

    private boolean endedBefore(Instant time) {
        if (end != null) {
            return end.at().isBefore(time);
        }
        return !isAlive() && touched.isBefore(time);
    }

    private boolean isAlive() {
        return ProcessHandle.of(writer.pid())
                .filter(ProcessHandle::isAlive)
                .filter(it -> Objects.equals(it.info().startInstant().orElse(null), writer.since()))
                .isPresent();
    }

    RunProcess process() {
        return new RunProcess(
                writer.pid(),
                writer.directory(),
                writer.started(),
                end == null ? null : end.at(),
                state(),
                suites,
                shard == null ? null : shard.toString());
    }

    private RunProcess.State state() {
        if (end != null) {
            return end.whole() ? RunProcess.State.ENDED : RunProcess.State.BROKEN_OFF;
        }
        return isAlive() ? RunProcess.State.RUNNING : RunProcess.State.LOST;
    }

    /** Collects it line by line. */
    private static final class Summary {

        private final List<String> suites = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private JournalLine.@Nullable Writer writer;
        private @Nullable Shard shard;
        private JournalLine.@Nullable End end;
        private boolean whole = true;

        void add(JournalText.Line text) {
            // Outcomes are most of a journal, and not asked for here.
            if (text.startsWith("{\"entry\"")) {
                end = null;
                return;
            }
            JournalLine line = JournalLine.read(text);
            if (line.process() != null) {
                writer = line.process();
            }
            if (line.begin() != null) {
                suites.addAll(line.begin().suites());
            }
            if (line.run() != null) {
                ids.add(line.run());
            }
            if (line.shard() != null) {
                shard = Shard.of(line.shard()).orElse(null);
            }
            end = null;
            if (line.end() != null) {
                whole &= line.end().whole();
                end = new JournalLine.End(line.end().at(), whole);
            }
        }
    }
}
