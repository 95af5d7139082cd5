package dev.naysayer.reports.command;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.reports.collect.MergedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import dev.naysayer.reports.model.Shards;
import dev.naysayer.reports.model.Unfit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes one report of what shards, forks, modules and runs of what was red recorded, each for itself. */
final class Merge implements Command {

    private static final Set<OutcomeKind> RED_KINDS =
            EnumSet.of(OutcomeKind.VIOLATION, OutcomeKind.INCONCLUSIVE, OutcomeKind.MISCONFIGURED);

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String usage() {
        return "<report directory> <folder or report.json>…";
    }

    @Override
    public String summary() {
        return "makes one report of those that lie in the folders, however deep";
    }

    @Override
    public Ended run(Arguments arguments, Console console) throws Unfit, IOException {
        if (arguments.words().size() < 2) {
            throw new Unfit(
                    "say where the report goes, and in which folders the reports lie: merge target/naysayer shards");
        }
        List<Path> paths = new ArrayList<>();
        for (String word : arguments.words()) {
            paths.add(Arguments.path(word).toAbsolutePath().normalize());
        }
        Path directory = paths.get(0);
        try (MergedRun merged = MergedRun.of(paths.subList(1, paths.size()), directory)) {
            RunDocument document = merged.document();
            ConformanceReport report = ReportWriter.write(document, directory);
            document.run().notes().forEach(console::say);
            report.suites().forEach(suite -> console.say(suite.name() + ": " + suite.summary()));
            Shards shards = document.run().shards();
            if (shards != null) {
                console.say(shards.sentence());
            }
            console.say("Report: " + directory.resolve(ReportFormats.FRONT_PAGE));
            complain(document.run(), console);
            return isGreen(document) ? Ended.WELL : Ended.RED;
        }
    }

    private static void complain(Run run, Console console) {
        Shards shards = run.shards();
        if (shards != null) {
            for (int number : shards.missing()) {
                console.complain("%s left no record: run it, or keep its report directory"
                        .formatted(new Shard(number, shards.of()).words()));
            }
        }
        for (RunProcess process : run.unfinished()) {
            console.complain("%s in %s. Cases may be missing.".formatted(process.fate(), process.directory()));
        }
        for (String test : run.missing()) {
            console.complain("Of %s no outcome is known.".formatted(test));
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
