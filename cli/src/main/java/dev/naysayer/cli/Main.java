package dev.naysayer.cli;

import dev.naysayer.engine.exchange.BuildVersion;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

/** The program. Its commands are in {@code docs/cli.md}. */
@Command(
        name = "naysayer",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Tests how an HTTP API refuses credentials.",
        description = {
            "",
            "A suite is a file *.auth.yaml: operations of an API, and ways in which a credential can be wrong.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all is well",
            " 1:it is done, and something has to be looked at",
            " 2:nothing could be done, or not all of it: wrong options, suites that cannot be read"
        },
        footer = {
            "",
            "Begin with:",
            "  naysayer init openapi.yaml  a first suite, with comments",
            "  naysayer check suites       what is wrong with the suites; sends nothing",
            "  naysayer explain suites     what would be sent, and what is right; sends nothing",
            "  naysayer doctor suites      whether clocks, TLS and credentials hold; sends a few requests",
            "  naysayer run suites --target=https://api.example",
            "",
            "Secrets come into suites by reference, $${NAME} or $${file:path}, and are never shown."
        },
        subcommands = {
            InitCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            DoctorCommand.class,
            RunCommand.class,
            RecordCommand.class,
            ReportCommand.class,
            ConditionsCommand.class,
            RulesCommand.class,
            SchemaCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Main() {}

    /** Does what the arguments say, and ends the process. */
    public static void main(String[] arguments) {
        System.setOut(Terminal.stream(System.out, FileDescriptor.out, "stdout"));
        System.setErr(Terminal.stream(System.err, FileDescriptor.err, "stderr"));
        System.exit(program(System.out, System.err).execute(arguments));
    }

    /** @param out where results go; {@code err}: where goes what is in the way */
    static CommandLine program(PrintStream out, PrintStream err) {
        CommandLine program = new CommandLine(new Main(), new Commands(new Console(out, err)));
        program.setOut(Terminal.writer(out)).setErr(Terminal.writer(err));
        program.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
        program.setCaseInsensitiveEnumValuesAllowed(true);
        program.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof Unusable) {
                command.getErr().println(e.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            command.getErr()
                    .println("this is a fault of Naysayer, which did not finish; please report it, without secrets:");
            e.printStackTrace(command.getErr());
            return CommandLine.ExitCode.USAGE;
        });
        // What stands behind 'report' is for the commands on records to read.
        Objects.requireNonNull(program.getSubcommands().get("report")).setUnmatchedOptionsArePositionalParams(true);
        return program;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do, with one of the commands:");
    }

    /** As the build wrote it down. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {BuildVersion.generator()};
        }
    }
}
