package dev.naysayer.reports.command;

import dev.naysayer.engine.plan.Shard;
import dev.naysayer.reports.collect.MergedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.Shards;
import dev.naysayer.reports.model.Unfit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one report of what shards, forks, modules and runs of what was red recorded, each for itself. */
final class Merge implements Command {

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String usage() {
        return "<report directory> <folder or report.json>… [the options of gate]";
    }

    @Override
    public Set<String> options() {
        return GateOptions.NAMES;
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
        try (MergedRun merged = MergedRun.of(
                paths.subList(1, paths.size()), directory, arguments.options().keySet())) {
            RunDocument document = Gate.judged(merged.document(), arguments);
            ConformanceReport report = ReportWriter.write(document, directory);
            document.run().notes().forEach(console::say);
            report.suites().forEach(suite -> console.say(suite.name() + ": " + suite.summary()));
            Shards shards = document.run().shards();
            if (shards != null) {
                console.say(shards.sentence());
            }
            console.say("Report: " + directory.resolve(ReportFormats.FRONT_PAGE));
            complain(document.run().shards(), console);
            Gate.tell(document, console);
            return document.isGreen() ? Ended.WELL : Ended.RED;
        }
    }

    private static void complain(@Nullable Shards shards, Console console) {
        if (shards != null) {
            for (int number : shards.missing()) {
                console.complain("%s left no record: run it, or keep its report directory"
                        .formatted(new Shard(number, shards.of()).words()));
            }
        }
    }
}
