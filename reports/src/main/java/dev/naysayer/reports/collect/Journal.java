package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeForm;
import dev.naysayer.engine.outcome.OutcomeWriter;
import dev.naysayer.engine.outcome.WaiverOutcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What this process writes down while its tests run, one line each, so that a process that is killed leaves what it knew.
 *
 * <p>What cannot be written, because a disk is full, is kept in memory.
 */
final class Journal {

    private final JournalLine.Writer writer;
    private final OutcomeWriter outcomes = new OutcomeWriter();
    private final List<byte[]> kept = Collections.synchronizedList(new ArrayList<>());
    private @Nullable Path path;
    private @Nullable RandomAccessFile file;
    private @Nullable IOException trouble;

    private Journal(JournalLine.Writer writer) {
        this.writer = writer;
    }

    /** A new one in this folder; in memory where the folder cannot be written. */
    static Journal open(Path folder, JournalLine.Writer writer, String name) {
        Journal journal = new Journal(writer);
        try {
            Files.createDirectories(folder);
            journal.path = folder.resolve(name);
            journal.file = new RandomAccessFile(journal.path.toFile(), "rw");
        } catch (IOException e) {
            journal.trouble = e;
        }
        journal.add(JournalLine.of(writer));
        return journal;
    }

    synchronized void add(String test, CaseOutcome outcome, boolean part) {
        add(entry(test, outcomes.write(outcome), part));
    }

    synchronized void add(String test, ComparisonOutcome outcome, boolean part) {
        add(entry(test, outcomes.write(outcome), part));
    }

    synchronized void add(String test, WaiverOutcome outcome, boolean part) {
        add(entry(test, outcomes.write(outcome), part));
    }

    private static JournalLine entry(String test, OutcomeForm outcome, boolean part) {
        return JournalLine.of(new JournalLine.Entry(test, outcome, part ? Boolean.TRUE : null));
    }

    synchronized void add(JournalLine line) {
        byte[] text = line.write();
        if (trouble == null) {
            try {
                write(text);
                return;
            } catch (IOException e) {
                trouble = e;
            }
        }
        kept.add(text);
    }

    private void write(byte[] text) throws IOException {
        RandomAccessFile open = file;
        if (open == null) {
            throw new IOException("the journal is not open");
        }
        synchronized (open) {
            open.seek(open.length());
            byte[] line = Arrays.copyOf(text, text.length + 1);
            line[text.length] = '\n';
            open.write(line);
        }
    }

    /** Writes each line anew that this changes; one that is none any more is left out. */
    synchronized void rewrite(UnaryOperator<String> change) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        text().read((place, line) -> {
            String former = line.toString();
            String changed = change.apply(former);
            if (changed.equals(former) || JournalLine.isOne(changed)) {
                lines.add(changed.getBytes(StandardCharsets.UTF_8));
            }
        });
        RandomAccessFile open = file;
        if (open == null || trouble != null) {
            kept.clear();
            kept.addAll(lines);
            return;
        }
        synchronized (open) {
            open.setLength(0);
        }
        for (byte[] line : lines) {
            write(line);
        }
    }

    JournalLine.Writer writer() {
        return writer;
    }

    /** Null where it is in memory alone. */
    synchronized @Nullable Path path() {
        return path;
    }

    /** Why lines are kept in memory; null where they are not. */
    synchronized @Nullable IOException trouble() {
        return trouble;
    }

    /** Whether its file was taken away, by a build that cleans up between two test plans of one process. */
    synchronized boolean isGone() {
        return path == null || !Files.exists(path);
    }

    synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /** What it holds; not to be closed. */
    synchronized JournalText text() {
        return new JournalText(file, kept);
    }
}
