package dev.naysayer.cli;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Match;
import dev.naysayer.dsl.OperationPattern;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.junit.SuitePreview;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.reports.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: each case as it would be run, and where each part of it was written. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Tells each case as it would be run: what is presented, what is right, and where it is written.",
        description = {
            "",
            "Sends nothing. Behind each part stands the line that says it; what no line says is the",
            "condition's own word, with the standard that it comes from.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:every suite is explained", " 1:some suite has a problem", " 2:nothing could be read"})
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ChosenSuites suites = new ChosenSuites();

    @Option(
            names = "--operation",
            paramLabel = "NAME",
            description = "Only these operations; * stands for any text: --operation='GET *'")
    private @Nullable String operation;

    @Option(names = "--scenario", paramLabel = "NAME", description = "Only this condition or subject, or 'control'.")
    private @Nullable String scenario;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<SuitePreview> previews = suites.previews();
        boolean bad = false;
        boolean told = false;
        for (SuitePreview preview : previews) {
            if (preview.suite() == null) {
                preview.problems().forEach(console::complain);
                bad = true;
            } else {
                told |= explain(preview, preview.suite());
            }
        }
        if (!told && !bad) {
            throw new Unusable("no case is of this operation and scenario: 'naysayer explain' alone tells all of them");
        }
        return bad ? 1 : 0;
    }

    private boolean explain(SuitePreview preview, Suite suite) {
        List<ContractCase> chosen =
                preview.cases().stream().filter(this::isChosen).toList();
        if (chosen.isEmpty()) {
            return false;
        }
        console.say("%s, %s: %s, %s"
                .formatted(
                        suite.name(),
                        Shown.file(preview),
                        Words.count(preview.cases().size(), "case"),
                        Words.count(preview.comparisons().size(), "comparison")));
        console.say("  target  " + target(preview, suite));
        suite.credentials().forEach(it -> console.say("  credential  " + credential(it)));
        String last = "";
        for (ContractCase it : chosen) {
            if (!it.operation().name().equals(last)) {
                last = it.operation().name();
                console.blank();
                console.say(
                        "%s  (%s)".formatted(last, Shown.place(it.operation().at())));
            }
            explain(it);
        }
        console.blank();
        if (operation == null && scenario == null && !preview.comparisons().isEmpty()) {
            console.say("Answers compared: " + String.join(", ", preview.comparisons()));
            console.blank();
        }
        return true;
    }

    private boolean isChosen(ContractCase it) {
        return (operation == null
                        || new OperationPattern(operation).fits(it.operation().name()))
                && (scenario == null
                        || it.scenario().equals(scenario)
                        || it.scenario().endsWith(": " + scenario));
    }

    private static String target(SuitePreview preview, Suite suite) {
        if (preview.given() != null) {
            return "%s (%s)".formatted(preview.given().url(), preview.given().setting());
        }
        return suite.target() == null ? "none that is known before the run" : suite.target() + " (the suite's target)";
    }

    private static String credential(CredentialDeclaration it) {
        return "%s (%s), from the first that can make it: %s"
                .formatted(
                        it.name(),
                        Shown.place(it.scheme().at()),
                        it.sources().stream()
                                .map(source -> "%s (%s)".formatted(source.name(), Shown.place(source.at())))
                                .collect(Collectors.joining(", ")));
    }

    private void explain(ContractCase it) {
        console.say("  %s  (%s)".formatted(it.scenario(), Shown.place(it.at())));
        if (it.notApplicable() != null) {
            console.say("    not sent  " + it.notApplicable());
            return;
        }
        console.say("    presents  %s%s".formatted(it.meaning(), source(it)));
        if (it.control()) {
            console.say("    right     " + it.operation().control().expected());
            return;
        }
        right(it).forEach(line -> console.say("    right     " + line));
    }

    /** Whose it is and where it comes from, where that follows from the suite. */
    private static String source(ContractCase it) {
        CredentialDeclaration varied = it.presents().varied();
        List<String> told = new ArrayList<>();
        if (!it.presents().name().isEmpty()) {
            told.add("as " + varied.name());
        }
        if (!it.control() && Credentials.isGiven(varied, it.condition())) {
            told.add("captured, given by the suite");
        }
        if (varied.subject() != null) {
            told.add("from " + varied.sources().get(0).name() + " ("
                    + Shown.place(varied.sources().get(0).at()) + ")");
        }
        return told.isEmpty() ? "" : " [" + String.join("; ", told) + "]";
    }

    private static List<String> right(ContractCase it) {
        Promise promise = it.promise();
        List<String> lines = new ArrayList<>();
        lines.add("%s  (%s)"
                .formatted(
                        it.expectedStatuses(),
                        said(promise.statuses(), it.statusClause().toString())));
        lines.add("%s  (%s)"
                .formatted(
                        Shown.errors(it.expectation().errors()).replace("no code", "no error code"),
                        said(promise.errors(), "the condition's own")));
        if (promise.schema() != null) {
            lines.add("body like %s  (%s)".formatted(promise.schema().value().name(), said(promise.schema(), "")));
        }
        if (promise.mediaType() != null) {
            lines.add("body as %s  (%s)".formatted(promise.mediaType().value(), said(promise.mediaType(), "")));
        }
        add("challenge", promise.challenge(), lines);
        add("header", promise.headers(), lines);
        add("member", promise.members(), lines);
        return lines;
    }

    private static void add(String what, Map<String, Declared<Match>> demanded, List<String> lines) {
        demanded.forEach((name, match) -> lines.add("%s%s %s  (%s)"
                .formatted(what, name.isEmpty() ? "" : " " + name, words(match.value()), said(match, ""))));
    }

    private static String words(Match match) {
        if (match instanceof Match.Equal equal) {
            return "is " + equal.value();
        }
        if (match instanceof Match.Matching matching) {
            return "matches " + matching.pattern();
        }
        if (match instanceof Match.Echo echo) {
            return "is what the request says in " + echo.header();
        }
        return match instanceof Match.Present ? "is there" : "is not there";
    }

    private static String said(@Nullable Declared<?> declared, String otherwise) {
        if (declared == null) {
            return otherwise;
        }
        return Shown.place(declared.at())
                + (declared.profile() == null ? "" : ", profile " + declared.profile())
                + (declared.because() == null ? "" : ": " + declared.because());
    }
}
