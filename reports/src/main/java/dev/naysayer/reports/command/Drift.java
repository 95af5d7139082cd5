package dev.naysayer.reports.command;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.reports.collect.WholeFiles;
import dev.naysayer.reports.drift.DriftKind;
import dev.naysayer.reports.drift.DriftReport;
import dev.naysayer.reports.drift.Drifts;
import dev.naysayer.reports.format.DriftFormats;
import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.Unfit;
import dev.naysayer.reports.model.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows in what two environments answer the same suites differently: through a gateway and directly, staging and production. */
final class Drift implements Command {

    private static final String IGNORE = "ignore";

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String usage() {
        return "[--ignore=<kind>,…] <directory> <name>=<report.json> <name>=<report.json>";
    }

    @Override
    public String summary() {
        return "shows in what two environments answer the same suites differently";
    }

    @Override
    public Set<String> options() {
        return Set.of(IGNORE);
    }

    @Override
    public Ended run(Arguments arguments, Console console) throws Unfit, IOException {
        List<String> words = arguments.words();
        if (words.size() != 3) {
            throw new Unfit("say where the page goes, and what two environments answered:"
                    + " drift target/drift direct=direct/report.json gateway=gateway/report.json");
        }
        Set<DriftKind> ignored = ignored(arguments);
        Path directory = Arguments.path(words.get(0)).toAbsolutePath().normalize();
        NamedPath first = NamedPath.of(words.get(1));
        NamedPath second = NamedPath.of(words.get(2));
        if (first.name().equals(second.name())) {
            throw new Unfit("both environments are called '%s': call one of them otherwise, name=report.json"
                    .formatted(first.name()));
        }
        DriftReport report = compared(first, second, ignored);
        Map<String, WholeFiles.Text> files = new LinkedHashMap<>();
        files.put(DriftFormats.RECORD, out -> DriftFormats.record(report, BuildVersion.generator(), out));
        files.put(DriftFormats.PAGE, out -> DriftFormats.page(report, BuildVersion.generator(), out));
        WholeFiles.write(directory, files);
        tell(report, console);
        console.say("Report: " + directory.resolve(DriftFormats.PAGE));
        return report.drifts() || report.compared() == 0 ? Ended.RED : Ended.WELL;
    }

    private static DriftReport compared(NamedPath first, NamedPath second, Set<DriftKind> ignored)
            throws IOException, Unfit {
        try (ReportReader one = ReportReader.open(first.path());
                ReportReader other = ReportReader.open(second.path());
                Stream<RecordedCase> here = one.cases();
                Stream<RecordedCase> there = other.cases()) {
            return Drifts.between(
                    new Drifts.Source(first.name(), one.run(), here),
                    new Drifts.Source(second.name(), other.run(), there),
                    ignored);
        }
    }

    private static Set<DriftKind> ignored(Arguments arguments) throws Unfit {
        Set<DriftKind> ignored = EnumSet.noneOf(DriftKind.class);
        for (String id : arguments.option(IGNORE).map(it -> it.split(",", -1)).orElse(new String[0])) {
            ignored.add(Stream.of(DriftKind.values())
                    .filter(it -> it.id().equals(id.strip()))
                    .findFirst()
                    .orElseThrow(() -> new Unfit("there is no kind of drift '%s': there are %s"
                            .formatted(
                                    id,
                                    Stream.of(DriftKind.values())
                                            .map(DriftKind::id)
                                            .collect(Collectors.joining(", "))))));
        }
        return ignored;
    }

    private static void tell(DriftReport report, Console console) {
        console.say(report.headline());
        report.kinds().stream()
                .filter(it -> it.drifted() > 0)
                .forEach(it -> console.say("  %s: %s".formatted(it.kind().word(), Words.count(it.drifted(), "case"))));
        report.uncompared()
                .forEach(it -> console.complain(
                        "%s not compared: %s".formatted(Words.count(it.cases().size(), "case"), it.reason())));
        lone(report.first().name(), report.onlyFirst().size(), console);
        lone(report.second().name(), report.onlySecond().size(), console);
        report.otherSuites()
                .forEach(it -> console.complain(
                        "the records are of different versions of %s: run both with one version".formatted(it)));
        Stream.of(report.first(), report.second())
                .filter(it -> !it.run().hasFinished())
                .forEach(
                        it -> console.complain("the run against %s has not finished: cases may be missing; run it again"
                                .formatted(it.name())));
    }

    private static void lone(String name, int cases, Console console) {
        if (cases > 0) {
            console.complain(
                    "%s only in %s: run the same suites against both".formatted(Words.count(cases, "case"), name));
        }
    }
}
