package dev.naysayer.cli;

import dev.naysayer.dsl.VisibleText;
import java.io.PrintStream;
import picocli.CommandLine.Help.Ansi;

/** Where commands speak. A message may hold what an API has answered, and a terminal obeys much of that. */
record Console(PrintStream out, PrintStream err) {

    /** What has been done. */
    void say(String text) {
        text.lines().forEach(line -> out.println(VisibleText.ofConsole(line)));
    }

    /** What is in the way. */
    void complain(String text) {
        text.lines().forEach(line -> err.println(VisibleText.ofConsole(line)));
    }

    /** A word of ours in front of a text, coloured where somebody sees it: on terminals, unless {@code NO_COLOR} is set. */
    void mark(String colour, String word, String text) {
        out.print(Ansi.AUTO.string("@|%s %s|@".formatted(colour, word)));
        out.print("  ");
        say(text);
    }

    void blank() {
        out.println();
    }
}
