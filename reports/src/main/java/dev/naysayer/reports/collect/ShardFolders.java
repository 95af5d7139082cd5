package dev.naysayer.reports.collect;

import dev.naysayer.engine.plan.Shard;
import dev.naysayer.reports.model.RunProcess;
import dev.naysayer.reports.model.Unfit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report directories of a run's shards, wherever they were brought together. */
final class ShardFolders {

    private static final String GIVEN = "given ";

    /** One process's journal, and where it lies. */
    record Found(Path report, Path path, JournalFile journal) {

        Shard shard() {
            return Objects.requireNonNull(journal.shard());
        }

        boolean ended() {
            return journal.process().state() == RunProcess.State.ENDED;
        }
    }

    private ShardFolders() {}

    /** All of these runs, shard by shard and in the order in which they began; checked. */
    static List<Found> of(List<SavedRun> runs) throws Unfit {
        List<Found> all = new ArrayList<>();
        for (SavedRun run : runs) {
            if (run.journals().isEmpty()) {
                throw new Unfit(
                        "%s is a report without its journal, which shards are put together by: keep the whole report"
                                        .formatted(run.path())
                                + " directory of each shard; a report that is merged already goes into a second merge");
            }
            for (Map.Entry<Path, JournalFile> one : run.journals().entrySet()) {
                if (one.getValue().shard() == null) {
                    throw new Unfit(
                            "%s is of a run without shards: merge the shards alone, then what comes of it with this"
                                    .formatted(one.getKey()));
                }
                all.add(new Found(run.path(), one.getKey(), one.getValue()));
            }
        }
        requireOneTotal(all);
        requireOneRun(all);
        return all.stream()
                .sorted(Comparator.<Found, Integer>comparing(it -> it.shard().number())
                        .thenComparing(it -> it.journal().writer().started()))
                .toList();
    }

    private static void requireOneTotal(List<Found> all) throws Unfit {
        Map<Integer, Found> byTotal = new TreeMap<>();
        all.forEach(it -> byTotal.putIfAbsent(it.shard().of(), it));
        if (byTotal.size() > 1) {
            throw new Unfit("these are shards of different runs: %s: name the folders of one run only"
                    .formatted(byTotal.values().stream()
                            .map(it -> "%s in %s".formatted(it.shard().words(), it.report()))
                            .collect(Collectors.joining(", "))));
        }
    }

    private static void requireOneRun(List<Found> all) throws Unfit {
        Map<String, Found> byRun = new LinkedHashMap<>();
        all.forEach(it -> byRun.putIfAbsent(runId(it), it));
        if (byRun.size() > 1) {
            throw new Unfit("these are shards of different runs: %s: name the folders of one run only"
                    .formatted(byRun.entrySet().stream()
                            .map(it -> "%s in %s"
                                    .formatted(
                                            it.getKey().isEmpty() ? "no run id" : "run " + it.getKey(),
                                            it.getValue().report()))
                            .collect(Collectors.joining(", "))));
        }
    }

    /** Empty where nobody gave one: then each process has one of its own, which says nothing. */
    private static String runId(Found it) {
        String identity = it.journal().writer().identity();
        return identity.startsWith(GIVEN) ? identity.substring(GIVEN.length()) : "";
    }

    /** Those that count: of a shard that was run again its last report, and there no process that another made good. */
    static List<Found> lastRuns(List<Found> all) {
        Map<Shard, List<Found>> byShard =
                all.stream().collect(Collectors.groupingBy(Found::shard, LinkedHashMap::new, Collectors.toList()));
        return byShard.values().stream()
                .flatMap(ofShard -> {
                    Path last = ofShard.get(ofShard.size() - 1).report();
                    return ofShard.stream().filter(it -> it.report().equals(last));
                })
                .filter(it -> all.stream().noneMatch(later -> makesGood(later, it)))
                .toList();
    }

    private static boolean makesGood(Found later, Found lost) {
        return later.report().equals(lost.report())
                && later.ended()
                && !lost.ended()
                && later.journal()
                        .writer()
                        .started()
                        .isAfter(lost.journal().writer().started())
                && later.journal()
                        .writer()
                        .directory()
                        .equals(lost.journal().writer().directory())
                && Set.copyOf(later.journal().suites())
                        .containsAll(lost.journal().suites());
    }

    /** The same writer as one of the run, wherever its machine had the project: modules are told apart, machines are not. */
    static JournalLine.Writer anywhere(JournalLine.Writer it, @Nullable Path project) {
        Path directory = Path.of(it.directory());
        String module = project == null ? "" : project.relativize(directory).toString();
        return new JournalLine.Writer(
                it.form(),
                it.generator(),
                "all shards",
                it.pid(),
                it.since(),
                it.started(),
                module.isEmpty() ? "." : module);
    }

    /** The folder in which all of a shard's processes ran. */
    static @Nullable Path project(List<Found> ofShard) {
        return ofShard.stream()
                .map(it -> Path.of(it.journal().writer().directory()))
                .reduce((one, other) -> {
                    Path common = one;
                    while (common != null && !other.startsWith(common)) {
                        common = common.getParent();
                    }
                    return Objects.requireNonNullElse(common, one);
                })
                .orElse(null);
    }
}
