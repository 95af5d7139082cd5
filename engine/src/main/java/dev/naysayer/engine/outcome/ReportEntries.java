package dev.naysayer.engine.outcome;

/** What the engine publishes as JUnit report entries, which consoles print: a line each, and no outcome. */
public final class ReportEntries {

    /** The key of what somebody who watches the run has to know, in one line. */
    public static final String NOTICE_KEY = "naysayer.notice";

    /** The key of the run's id, which is published before the first test. */
    public static final String RUN_KEY = "naysayer.run";

    private ReportEntries() {}
}
