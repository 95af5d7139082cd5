package dev.naysayer.reports.command;

import dev.naysayer.reports.model.Unfit;
import java.io.IOException;
import java.util.Set;

/** One thing that can be done with saved records. */
interface Command {

    /** The first argument, {@code merge}. */
    String name();

    /** What stands behind the name, {@code <report directory> <folder>…}. */
    String usage();

    /** What it does, in one line. */
    String summary();

    /** The names of its options, which are given as {@code --name=value}. */
    default Set<String> options() {
        return Set.of();
    }

    /**
     * Does it.
     *
     * @throws Unfit where nothing can be made of what is there
     * @throws IOException where a record cannot be read, or nothing be written
     */
    Ended run(Arguments arguments, Console console) throws Unfit, IOException;

    /** What the process ends with; the same numbers for all commands, so that a pipeline need not know which one it calls. */
    enum Ended {
        /** All is there, and nothing has to be looked at. */
        WELL(0),
        /** It is done, and something has to be looked at. */
        RED(1),
        /** Nothing could be done. */
        UNFIT(2);

        private final int code;

        Ended(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
