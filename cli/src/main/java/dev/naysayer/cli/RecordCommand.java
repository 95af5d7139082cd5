package dev.naysayer.cli;

import dev.naysayer.engine.junit.SuitePreview;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.run.SuiteFile;
import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.Cause;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code record}: what the API breaks today, as waivers to be argued. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Writes what the API breaks today into a file of waivers, each of which has to be argued.",
        description = {
            "",
            "  naysayer record orders.auth.yaml --owner=team-orders --until=2027-03-31",
            "",
            "Runs one suite as 'run' does. Each waiver lacks its reason, so none holds before somebody has",
            "written it: a suite that names the file has a problem until then. The suite itself is left as it is.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all that is broken is written, or nothing is broken",
            " 1:it is written, but something could not be judged, so that nobody knows whether this is all",
            " 2:nothing was written"
        })
final class RecordCommand implements Callable<Integer> {

    /** What the name of such a file ends with. */
    private static final String SUFFIX = "waivers.yaml";

    private final Console console;

    @Mixin
    private ChosenSuites suites = new ChosenSuites();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(names = "--owner", paramLabel = "NAME", description = "Who answers for all of them. Default: left open.")
    private @Nullable String owner;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "The last day of all of them, 2027-03-31. Default: left open.")
    private @Nullable LocalDate until;

    @Option(names = "--warnings", description = "Also what only warns.")
    private boolean warnings;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Where they go; the name ends with waivers.yaml. Default: beside the suite.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Replaces a file that is there, with all reasons that stand in it.")
    private boolean force;

    RecordCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SuitePreview suite = suite();
        Path whereTo = whereTo(suite);
        LocalDate today = LocalDate.now(Clock.systemUTC());
        if (until != null && until.isBefore(today)) {
            throw new Unusable(
                    "%s is over: name a day that is to come, --until=%s".formatted(until, today.plusMonths(3)));
        }
        LauncherDiscoveryRequest request = suites.request(report.said()).build();
        RunCommand.launch(request);
        Path written = ReportOption.of(request);
        try (ReportReader read = ReportReader.open(written)) {
            RunDocument document = read.document();
            if (!document.run().hasFinished()) {
                throw new Unusable("the run has not finished, so nothing is written: see why above, and run it again");
            }
            return recorded(document, Objects.requireNonNull(suite.suite()).name(), whereTo, today);
        }
    }

    private SuitePreview suite() {
        List<SuitePreview> all = suites.previews();
        all.forEach(it -> it.problems().forEach(console::complain));
        if (all.stream().anyMatch(it -> !it.problems().isEmpty())) {
            throw new Unusable("nothing was sent: mend the suite first");
        }
        if (all.size() != 1) {
            throw new Unusable("these are %d suites, and each has waivers of its own: name one".formatted(all.size()));
        }
        return all.get(0);
    }

    private Path whereTo(SuitePreview suite) {
        SuiteFile of = Objects.requireNonNull(suite.file());
        Path named = file == null ? of.path().resolveSibling(of.name() + "." + SUFFIX) : file;
        if (!named.toString().endsWith(SUFFIX)) {
            throw new Unusable("%s is no name of a file of waivers, which ends with %s: --file=orders.%s"
                    .formatted(named, SUFFIX, SUFFIX));
        }
        if (Files.exists(named) && !force) {
            throw new Unusable(
                    "%s is there already, and reasons may stand in it, so nothing was sent: name it in the suite, 'waivers: [%s]', and write what is new beside it, --file=more.%s; or replace it with --force"
                            .formatted(named, named.getFileName(), SUFFIX));
        }
        return named;
    }

    private int recorded(RunDocument document, String suite, Path whereTo, LocalDate today) throws IOException {
        List<CaseOutcome> cases =
                document.cases().stream().map(RecordedCase::outcome).toList();
        List<Broken> broken = Broken.of(
                cases,
                document.comparisons().stream().map(RecordedComparison::outcome).toList(),
                warnings);
        long unjudged = cases.stream().filter(RecordCommand::isUnjudged).count();
        console.blank();
        if (broken.isEmpty()) {
            console.say("nothing is broken that a waiver could name, so no file is written");
        } else {
            Map<String, String> movers = movers(document);
            Files.writeString(whereTo, new WaiversToArgue(suite, today, owner, until, broken, movers).yaml());
            tell(broken, movers, whereTo);
        }
        if (unjudged > 0) {
            console.complain(
                    "%d cases could not be judged, or not by every rule, which nobody can waive: the report says why; mend that first, 'naysayer doctor' helps"
                            .formatted(unjudged));
        }
        return unjudged > 0 ? 1 : 0;
    }

    /** What no waiver turns green: also a case that one rule is broken in and another could not decide on. */
    private static boolean isUnjudged(CaseOutcome it) {
        return it.kind() == OutcomeKind.INCONCLUSIVE
                || it.kind() == OutcomeKind.MISCONFIGURED
                || (it.kind() == OutcomeKind.VIOLATION
                        && it.findings().stream().anyMatch(finding -> !finding.violated()));
    }

    /** As the report groups them. */
    private static Map<String, String> movers(RunDocument document) {
        return ConformanceReport.of(document).causes().stream()
                .filter(it -> it.rule() != null)
                .collect(Collectors.toMap(
                        it -> Objects.requireNonNull(it.rule()), it -> words(it), (one, other) -> one));
    }

    private static String words(Cause cause) {
        return cause.mover().words();
    }

    private void tell(List<Broken> broken, Map<String, String> movers, Path whereTo) {
        broken.stream()
                .collect(Collectors.groupingBy(Broken::rule, LinkedHashMap::new, Collectors.toList()))
                .forEach((rule, those) -> console.say("%s: %d cases, %d to argue, the move of %s"
                        .formatted(
                                rule,
                                those.stream().mapToInt(Broken::cases).sum(),
                                those.size(),
                                movers.getOrDefault(rule, "the API"))));
        console.say("wrote " + whereTo);
        console.blank();
        console.say(
                "Next: mend what can be mended and delete its waiver; give each other one its reason%s; then write into the suite"
                        .formatted(owner == null || until == null ? ", owner and last day" : ""));
        console.say("  waivers: [%s]".formatted(whereTo.getFileName()));
    }
}
