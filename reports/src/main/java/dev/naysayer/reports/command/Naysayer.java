package dev.naysayer.reports.command;

import dev.naysayer.reports.model.Unfit;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The one program of Naysayer: its first argument names a command, which does something with saved records.
 *
 * <p>It ends with 0 where nothing has to be looked at, with 1 where something has, and with 2 where nothing could be done.
 */
public final class Naysayer {

    /** Every command there is. A new one is one file and one line here. */
    private static final List<Command> ALL = List.of(new Merge(), new Gate(), new Drift(), new Fleet(), new Formats());

    private final Console console;

    private Naysayer(Console console) {
        this.console = console;
    }

    /** Does what the arguments say, and ends the process. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /**
     * Does what the arguments say.
     *
     * @return what a process would end with
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        return new Naysayer(new Console(out, err)).run(Arrays.asList(arguments)).code();
    }

    private Command.Ended run(List<String> arguments) {
        Optional<Command> named = arguments.stream().findFirst().flatMap(Naysayer::named);
        if (named.isPresent()) {
            return run(named.get(), arguments.subList(1, arguments.size()));
        }
        console.complain(
                arguments.isEmpty()
                        ? "say what to do:"
                        : "there is no command '%s'; there are:".formatted(arguments.get(0)));
        ALL.forEach(it -> console.complain("  %s %s%n    %s".formatted(it.name(), it.usage(), it.summary())));
        return Command.Ended.UNFIT;
    }

    private static Optional<Command> named(String name) {
        return ALL.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private Command.Ended run(Command command, List<String> arguments) {
        try {
            return command.run(Arguments.of(arguments, command.options()), console);
        } catch (Unfit e) {
            console.complain(String.valueOf(e.getMessage()));
            console.complain("usage: %s %s".formatted(command.name(), command.usage()));
        } catch (IOException e) {
            complain(command, e);
        } catch (UncheckedIOException e) {
            complain(command, new IOException(e.getMessage(), e));
        }
        return Command.Ended.UNFIT;
    }

    private void complain(Command command, IOException e) {
        console.complain("%s could not be done: %s".formatted(command.name(), words(e)));
    }

    /** Ours name the file and what is wrong with it; of the system's only their kind says that. */
    private static String words(IOException e) {
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString();
    }
}
