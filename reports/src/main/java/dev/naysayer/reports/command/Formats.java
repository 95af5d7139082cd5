package dev.naysayer.reports.command;

import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportFormats;
import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Unfit;
import java.io.IOException;
import java.nio.file.Path;

/** Makes all files of a report again from its record, byte for byte as a run writes them. */
final class Formats implements Command {

    @Override
    public String name() {
        return "formats";
    }

    @Override
    public String usage() {
        return "<report directory> <report.json>";
    }

    @Override
    public String summary() {
        return "makes the report again in every format: page, SARIF, Markdown and the rest";
    }

    @Override
    public Ended run(Arguments arguments, Console console) throws Unfit, IOException {
        if (arguments.words().size() != 2) {
            throw new Unfit(
                    "say where the report goes, and of which record it is made: formats target/naysayer saved/report.json");
        }
        Path directory =
                Arguments.path(arguments.words().get(0)).toAbsolutePath().normalize();
        try (ReportReader saved =
                ReportReader.open(Arguments.path(arguments.words().get(1)))) {
            ConformanceReport report = ReportWriter.write(saved.document(), directory, ReportFormats.all());
            report.suites().forEach(suite -> console.say(suite.name() + ": " + suite.summary()));
            console.say("Report: " + directory.resolve(ReportFormats.FRONT_PAGE));
            return Ended.WELL;
        }
    }
}
