package dev.naysayer.engine.outcome;

/** What a waiver is worth on the day of a run. */
public enum WaiverState {
    /** Something that it names is broken. */
    IN_USE,
    /** All that it names was judged, and keeps the rules: it is of no use any more, and red. */
    UNMATCHED,
    /** The same of all that a shard runs; the report of all shards knows of the others. */
    UNMATCHED_IN_SHARD,
    /** Its last day is over: it waives nothing any more, and is red. */
    EXPIRED,
    /** Nothing that it names was found broken, and not all of it was judged. */
    UNJUDGED
}
