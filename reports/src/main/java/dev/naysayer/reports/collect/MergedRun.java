package dev.naysayer.reports.collect;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.Unfit;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One run, put together of what shards, forks, modules and further tries recorded, each for itself.
 *
 * <p>What went over the wire stays where it was recorded, and is read from there until this is closed.
 */
public final class MergedRun implements Closeable {

    private final RunDocument document;
    private final List<SavedRun.Opened> parts;

    private MergedRun(RunDocument document, List<SavedRun.Opened> parts) {
        this.document = document;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads all that lies in these folders, however deep.
     *
     * @param roots folders, or single reports
     * @param except the folder into which the report goes: what lies there is no part of it
     * @param said the gate rules, {@code max-warnings}, by which all of it is judged whatever its parts were told
     * @throws Unfit where there is nothing, or what is there does not belong together
     * @throws IOException where something cannot be read
     */
    public static MergedRun of(List<Path> roots, Path except, Set<String> said) throws IOException, Unfit {
        List<SavedRun> found = SavedRun.below(roots, except);
        if (found.stream().anyMatch(SavedRun::isOfShards)) {
            return new MergedRun(inOrder(MergedShards.of(ShardFolders.of(found), said)), List.of());
        }
        List<SavedRun.Opened> parts = new ArrayList<>();
        try {
            for (SavedRun run : found) {
                parts.add(run.open(BuildVersion.generator(), stamp()));
            }
            parts.sort(Comparator.comparing(it -> it.document().run().started()));
            return new MergedRun(inOrder(MergedRuns.of(parts)), parts);
        } catch (IOException | Unfit | RuntimeException e) {
            close(parts);
            throw e;
        }
    }

    static String stamp() {
        return UUID.randomUUID().toString();
    }

    public RunDocument document() {
        return document;
    }

    /** As the suites have them: operations by their lines, which their controls tell. */
    private static RunDocument inOrder(RunDocument it) {
        Map<String, Integer> suites = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (RecordedCase one : it.cases()) {
            suites.putIfAbsent(one.origin().place(), suites.size());
            if (one.outcome().control()) {
                lines.putIfAbsent(operation(one), one.outcome().line());
            }
        }
        List<RecordedCase> cases = it.cases().stream()
                .sorted(Comparator.<RecordedCase, Integer>comparing(
                                one -> suites.getOrDefault(one.origin().place(), 0))
                        .thenComparing(one -> lines.getOrDefault(operation(one), Integer.MAX_VALUE)))
                .toList();
        return new RunDocument(
                it.generator(), it.run(), it.rules(), cases, it.comparisons(), it.waivers(), it.changes(), it.gate());
    }

    private static String operation(RecordedCase it) {
        return it.origin().place() + " " + it.outcome().operation();
    }

    @Override
    public void close() throws IOException {
        close(parts);
    }

    private static void close(List<SavedRun.Opened> parts) throws IOException {
        for (SavedRun.Opened part : parts) {
            part.close();
        }
    }
}
