package dev.naysayer.cli;

import dev.naysayer.dsl.openapi.UntestedFile;
import dev.naysayer.engine.junit.SuitePreview;
import dev.naysayer.reports.model.Words;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: all problems of all suites. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Tells all problems of all suites, each with its place and the next step. Sends nothing.",
        description = {
            "",
            "Reads the suites as 'run' does, with their parts, profiles, waivers and schemas. What a suite",
            "names in vain, such as conditions of another scheme, is told below it and is no problem.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:every suite can be run", " 1:some suite has a problem", " 2:nothing could be checked"})
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ChosenSuites suites = new ChosenSuites();

    @Option(
            names = "--write-untested",
            description =
                    "Writes the file that a suite names below 'operations: {untested: …}': operations of its document that are not"
                            + " tested. Where the file is there already it only shrinks.")
    private boolean writeUntested;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<SuitePreview> previews = suites.previews();
        if (writeUntested && written(previews)) {
            previews = suites.previews();
        }
        for (SuitePreview preview : previews) {
            if (preview.problems().isEmpty()) {
                console.say("%s: %s, %s"
                        .formatted(
                                Shown.file(preview),
                                Words.count(preview.cases().size(), "case"),
                                Words.count(preview.comparisons().size(), "comparison")));
                preview.remarks().forEach(it -> console.say("  " + it));
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

    /** Whether any file was written, so that what was read before is old. */
    private boolean written(List<SuitePreview> previews) {
        List<UntestedFile> files = previews.stream()
                .map(SuitePreview::file)
                .flatMap(Stream::ofNullable)
                .distinct()
                .flatMap(it -> it.untested().stream())
                .filter(UntestedFile::isOther)
                .toList();
        for (UntestedFile file : files) {
            try {
                file.write();
            } catch (IOException e) {
                throw new Unusable("%s cannot be written (%s): name a file that can be written to"
                        .formatted(file.file(), e.getClass().getSimpleName()));
            }
            console.say("wrote " + file.told());
        }
        return !files.isEmpty();
    }
}
