package dev.naysayer.reports.command;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverText;
import dev.naysayer.reports.change.Change;
import dev.naysayer.reports.change.ChangeKind;
import dev.naysayer.reports.change.Changes;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.RecordedWaiver;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import dev.naysayer.reports.model.Unfit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges a saved record by other rules, or beside another run, as the build would have that made it. */
final class Gate implements Command {

    private static final String INTO = "into";

    /** As many as anybody reads on a console. */
    private static final int TOLD = 20;

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public String usage() {
        return "<report.json> [--baseline=<report.json>] [--fail-on=must|should|new|never] [--max-warnings=N] [--max-inconclusive=N] [--min-cases=N] [--into=<report directory>]";
    }

    @Override
    public String summary() {
        return "judges a record anew, says what is new since the baseline, and writes the report again where --into says";
    }

    @Override
    public Set<String> options() {
        Set<String> names = new HashSet<>(GateOptions.NAMES);
        names.add(INTO);
        return names;
    }

    @Override
    public Ended run(Arguments arguments, Console console) throws Unfit, IOException {
        if (arguments.words().size() != 1) {
            throw new Unfit("say which record: gate target/naysayer/report.json");
        }
        try (ReportReader report =
                ReportReader.open(Arguments.path(arguments.words().get(0)))) {
            RunDocument read = report.document();
            RunDocument judged = judged(read, arguments);
            Optional<String> into = arguments.option(INTO);
            if (into.isPresent()) {
                Path directory = Arguments.path(into.get()).toAbsolutePath().normalize();
                ReportWriter.write(judged, directory);
                console.say("Report: " + directory.resolve(ReportFormats.FRONT_PAGE));
            }
            tell(judged, console);
            return judged.isGreen() ? Ended.WELL : Ended.RED;
        }
    }

    /** By what the command is told, or else by what the run was. */
    static RunDocument judged(RunDocument read, Arguments arguments) throws Unfit {
        GateOptions options = new GateOptions(arguments, read.gate().rules());
        Baseline baseline = options.baseline();
        return read.judged(options.rules(), baseline);
    }

    /** Every rule, what changed, and what keeps the run from being whole. */
    static void tell(RunDocument judged, Console console) {
        judged.gate().lines().forEach(line -> console.say("Gate " + line));
        Changes changes = judged.changes();
        if (changes != null) {
            console.say("Compared with %s: %s".formatted(changes.baseline().words(), changes.sentence()));
            told(changes).forEach(console::say);
        }
        tellWaivers(judged, console);
        for (RunProcess process : judged.run().unfinished()) {
            console.complain("%s in %s. Cases may be missing.".formatted(process.fate(), process.directory()));
        }
        for (String test : judged.run().missing()) {
            console.complain("Of %s no outcome is known.".formatted(test));
        }
    }

    /** As the test of a suite's waivers does, since no test of this build did, or knew what the others found. */
    private static void tellWaivers(RunDocument judged, Console console) {
        Map<String, List<WaiverOutcome>> bySuite = judged.waivers().stream()
                .collect(Collectors.groupingBy(
                        it -> it.origin().place(),
                        LinkedHashMap::new,
                        Collectors.mapping(RecordedWaiver::outcome, Collectors.toList())));
        bySuite.values().forEach(ofSuite -> {
            WaiverText.notices(ofSuite)
                    .forEach(it -> console.say("%s: %s".formatted(ofSuite.get(0).suite(), it)));
            if (ofSuite.stream().anyMatch(WaiverOutcome::fails)) {
                console.complain(WaiverText.of(ofSuite));
            }
        });
    }

    private static List<String> told(Changes changes) {
        List<Change> bad = Stream.concat(changes.newFindings().stream(), changes.of(ChangeKind.NEWLY_INCONCLUSIVE))
                .toList();
        Stream<String> more = bad.size() > TOLD
                ? Stream.of("  and %d more, which the report tells".formatted(bad.size() - TOLD))
                : Stream.of();
        return Stream.concat(bad.stream().limit(TOLD).map(Gate::line), more).toList();
    }

    private static String line(Change it) {
        return Stream.of(it.suite(), it.operation(), it.scenario(), it.rule())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(
                        " › ", it.kind() == ChangeKind.NEW ? "  new: " : "  newly inconclusive: ", ": " + it.words()));
    }
}
