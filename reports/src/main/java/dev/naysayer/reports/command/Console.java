package dev.naysayer.reports.command;

import dev.naysayer.dsl.VisibleText;
import java.io.PrintStream;

/** Where a command speaks: a record may hold whatever an API has answered, and a terminal obeys much of that. */
record Console(PrintStream out, PrintStream err) {

    /** What has been done. */
    void say(String line) {
        out.println(VisibleText.ofConsole(line));
    }

    /** What is in the way, with its place, its cause and the next step. */
    void complain(String line) {
        err.println(VisibleText.ofConsole(line));
    }
}
