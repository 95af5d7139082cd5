package dev.naysayer.reports.collect;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.Unfit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of its shards: each of them knows a part of all cases, and what the others have to be compared with. */
final class MergedShards {

    private MergedShards() {}

    /** @param said the gate rules that whoever puts them together says something of */
    static RunDocument of(List<ShardFolders.Found> all, Set<String> said) throws IOException, Unfit {
        List<ShardFolders.Found> last = ShardFolders.lastRuns(all);
        Map<JournalLine.Writer, @Nullable Path> projects = new HashMap<>();
        last.stream()
                .collect(Collectors.groupingBy(ShardFolders.Found::shard))
                .values()
                .forEach(ofShard -> {
                    Path project = ShardFolders.project(ofShard);
                    ofShard.forEach(it -> projects.put(it.journal().writer(), project));
                });
        RunReading reading = new RunReading(writer -> ShardFolders.anywhere(writer, projects.get(writer)));
        SuiteVersions versions = new SuiteVersions();
        ShardGates gates = new ShardGates();
        for (ShardFolders.Found one : last) {
            reading.add(one.journal(), new JournalSource.Other(one.path()));
            reading.asked().forEach(rules -> gates.add(one.report(), rules));
            reading.digests().forEach((suite, text) -> versions.add(suite, text.file(), text.digest(), one.report()));
        }
        versions.requireOne();
        gates.requireOne(said);
        RunDocument read = reading.document(BuildVersion.generator(), MergedRun.stamp());
        return new RunDocument(
                read.generator(),
                whole(read.run(), notes(all, last)),
                read.rules(),
                read.cases(),
                read.comparisons(),
                read.waivers(),
                null,
                read.gate());
    }

    private static List<String> notes(List<ShardFolders.Found> all, List<ShardFolders.Found> last) {
        return all.stream()
                .filter(it -> !last.contains(it))
                .map(it -> "%s was run again: %s does not count"
                        .formatted(it.shard().words(), it.path()))
                .toList();
    }

    /** A run of which a shard is missing has not finished. */
    private static Run whole(Run it, List<String> notes) {
        boolean complete = it.shards() != null && it.shards().missing().isEmpty();
        return new Run(
                it.stamp(),
                it.ids(),
                it.started(),
                complete ? it.finished() : null,
                it.processes(),
                it.shards(),
                it.missing(),
                notes,
                it.parts(),
                it.circumstances());
    }
}
