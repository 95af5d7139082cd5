package dev.naysayer.reports.collect;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The command that makes one report of what the shards of a run recorded.
 *
 * <p>Its arguments are the directory of the report, and folders in which the shards' report directories lie, however deep.
 */
public final class MergedShards {

    /** All is there, and all is green. */
    static final int GREEN = 0;

    /** Something is red, is missing, or did not end. */
    static final int RED = 1;

    /** There is nothing to make a report of. */
    static final int UNFIT = 2;

    private static final Set<OutcomeKind> RED_KINDS =
            EnumSet.of(OutcomeKind.VIOLATION, OutcomeKind.INCONCLUSIVE, OutcomeKind.MISCONFIGURED);

    private final PrintStream out;
    private final PrintStream err;

    MergedShards(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends the process with 0 where all is there and green, with 1 where it is not, with 2 where there is nothing to merge. */
    public static void main(String[] arguments) {
        System.exit(new MergedShards(System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        if (arguments.length < 2) {
            err.println("say where the report goes, and in which folders the shards' reports lie:"
                    + " MergedShards target/naysayer shards");
            return UNFIT;
        }
        try {
            Path report = Path.of(arguments[0]);
            return merged(report, Arrays.stream(arguments).skip(1).map(Path::of).toList());
        } catch (ShardFolders.Unfit e) {
            err.println(e.getMessage());
            return UNFIT;
        } catch (IOException e) {
            err.println("the shards' records cannot be read, or their report not be written: " + e);
            return UNFIT;
        }
    }

    private int merged(Path directory, List<Path> roots) throws IOException, ShardFolders.Unfit {
        List<ShardFolders.Found> all = ShardFolders.below(roots);
        List<ShardFolders.Found> last = ShardFolders.lastRuns(all);
        all.stream()
                .filter(it -> !last.contains(it))
                .map(it -> "%s was run again: %s does not count"
                        .formatted(it.shard().words(), it.path()))
                .forEach(out::println);
        RunDocument document = document(last);
        ConformanceReport report = ReportWriter.write(document, directory);
        report.suites().forEach(suite -> out.println(suite.name() + ": " + suite.summary()));
        out.println(Objects.requireNonNull(document.run().shards()).sentence());
        out.println("Report: " + ReportDirectory.at(directory.toString()).frontPage());
        complain(document.run());
        return isGreen(document) ? GREEN : RED;
    }

    private static RunDocument document(List<ShardFolders.Found> shards) throws IOException {
        Map<JournalLine.Writer, @Nullable Path> projects = new HashMap<>();
        shards.stream()
                .collect(Collectors.groupingBy(ShardFolders.Found::shard))
                .values()
                .forEach(ofShard -> {
                    Path project = ShardFolders.project(ofShard);
                    ofShard.forEach(it -> projects.put(it.journal().writer(), project));
                });
        RunReading reading = new RunReading(writer -> ShardFolders.anywhere(writer, projects.get(writer)));
        for (ShardFolders.Found one : shards) {
            reading.add(one.journal(), new RunRecord.OtherSource(one.path()));
        }
        RunDocument read =
                reading.document(BuildVersion.generator(), UUID.randomUUID().toString());
        return new RunDocument(
                read.generator(), whole(read.run()), read.rules(), inOrder(read.cases()), read.comparisons(), read.waivers());
    }

    /** A run of which a shard is missing has not finished. */
    private static Run whole(Run it) {
        boolean complete = it.shards() != null && it.shards().missing().isEmpty();
        return new Run(
                it.stamp(),
                it.ids(),
                it.started(),
                complete ? it.finished() : null,
                it.processes(),
                it.shards(),
                it.missing());
    }

    /** As the suites have them: operations by their lines, which their controls tell. */
    private static List<RecordedCase> inOrder(List<RecordedCase> cases) {
        Map<String, Integer> suites = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (RecordedCase it : cases) {
            suites.putIfAbsent(it.origin().place(), suites.size());
            if (it.outcome().control()) {
                lines.putIfAbsent(operation(it), it.outcome().line());
            }
        }
        return cases.stream()
                .sorted(Comparator.<RecordedCase, Integer>comparing(
                                it -> suites.getOrDefault(it.origin().place(), 0))
                        .thenComparing(it -> lines.getOrDefault(operation(it), Integer.MAX_VALUE)))
                .toList();
    }

    private static String operation(RecordedCase it) {
        return it.origin().place() + " " + it.outcome().operation();
    }

    private void complain(Run run) {
        for (int number : Objects.requireNonNull(run.shards()).missing()) {
            err.println("%s left no record: run it, or keep its report directory"
                    .formatted(new Shard(number, run.shards().of()).words()));
        }
        for (RunProcess process : run.unfinished()) {
            err.println("%s in %s. Cases may be missing.".formatted(process.fate(), process.directory()));
        }
        for (String test : run.missing()) {
            err.println("Of %s no outcome is known.".formatted(test));
        }
    }

    private static boolean isGreen(RunDocument it) {
        return it.run().hasFinished()
                && it.run().missing().isEmpty()
                && !it.cases().isEmpty()
                && it.cases().stream()
                        .noneMatch(one -> RED_KINDS.contains(one.outcome().kind()))
                && it.comparisons().stream()
                        .noneMatch(one -> RED_KINDS.contains(one.outcome().kind()))
                && it.waivers().stream().noneMatch(one -> one.outcome().fails());
    }
}
