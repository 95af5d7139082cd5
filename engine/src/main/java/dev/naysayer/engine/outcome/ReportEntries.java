package dev.naysayer.engine.outcome;

/** What the engine publishes as JUnit report entries, which consoles print: a line each, and no outcome. */
public final class ReportEntries {

    /** The key of what somebody who watches the run has to know, in one line. */
    public static final String NOTICE_KEY = "naysayer.notice";

    /** The key of the run's id, which is published before the first test. */
    public static final String RUN_KEY = "naysayer.run";

    /** The key of the shard that is run, {@code 2/8}, beside the run's id; there is none where all cases are. */
    public static final String SHARD_KEY = "naysayer.shard";

    private ReportEntries() {}
}
