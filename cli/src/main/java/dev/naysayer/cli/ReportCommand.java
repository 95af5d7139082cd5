package dev.naysayer.cli;

import dev.naysayer.reports.command.Naysayer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code report}: the commands on saved records, as {@link Naysayer} has them. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        header = "Does something with saved records: merge, gate, drift, fleet, formats.",
        synopsisHeading = "Usage: ",
        customSynopsis = "naysayer report COMMAND [ARGUMENTS]",
        description = {
            "",
            "'naysayer report' alone lists the commands with their options. Examples:",
            "",
            "  naysayer report merge merged shard-1 shard-2",
            "  naysayer report gate naysayer-report --baseline=main/report.json --fail-on=new",
            "  naysayer report drift drift gateway=gw/report.json service=svc/report.json",
            "  naysayer report formats again naysayer-report/report.json",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:nothing has to be looked at",
            " 1:it is done, and something has to be looked at",
            " 2:nothing could be done"
        })
final class ReportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "0..*", hidden = true)
    private List<String> arguments = new ArrayList<>();

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return Naysayer.run(console.out(), console.err(), arguments.toArray(String[]::new));
    }
}
