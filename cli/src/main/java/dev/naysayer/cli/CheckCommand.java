package dev.naysayer.cli;

import dev.naysayer.engine.junit.SuitePreview;
import dev.naysayer.reports.model.Words;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: all problems of all suites. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Tells all problems of all suites, each with its place and the next step. Sends nothing.",
        description = "%nReads the suites as 'run' does, with their parts, profiles, waivers and schemas.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:every suite can be run", " 1:some suite has a problem", " 2:nothing could be checked"})
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ChosenSuites suites = new ChosenSuites();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<SuitePreview> previews = suites.previews();
        for (SuitePreview preview : previews) {
            if (preview.problems().isEmpty()) {
                console.say("%s: %s, %s"
                        .formatted(
                                Shown.file(preview),
                                Words.count(preview.cases().size(), "case"),
                                Words.count(preview.comparisons().size(), "comparison")));
            } else {
                preview.problems().forEach(console::complain);
            }
        }
        long bad = previews.stream().filter(it -> !it.problems().isEmpty()).count();
        if (bad > 0) {
            console.complain("%d of %d suites cannot be run".formatted(bad, previews.size()));
        }
        return bad > 0 ? 1 : 0;
    }
}
