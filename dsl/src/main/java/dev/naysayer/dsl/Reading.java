package dev.naysayer.dsl;

import java.util.List;

/** What became of a suite file: a suite, or every problem of it. */
public sealed interface Reading {

    /**
     * The file holds a suite.
     *
     * @param complete false while values are missing that the run promised; such a suite can be planned, not sent
     */
    record Understood(Suite suite, boolean complete) implements Reading {}

    /** The file holds no suite. At least one problem, in the file's order. */
    record Unreadable(List<Problem> problems) implements Reading {}
}
