package dev.naysayer.reports;

import dev.naysayer.reports.command.Naysayer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a console is told by a run or a command. */
public final class ListeningConsole {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    /** Takes what a run says. */
    public PrintStream out() {
        return out;
    }

    /** What a command ends with that is called in this way. */
    public int run(String... arguments) {
        return Naysayer.run(out, out, arguments);
    }

    /** All that was said since the last {@link #clear}. */
    public String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    public void clear() {
        told.reset();
    }
}
