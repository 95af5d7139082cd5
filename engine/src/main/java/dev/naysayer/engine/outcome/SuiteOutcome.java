package dev.naysayer.engine.outcome;

import org.jspecify.annotations.Nullable;

/** What became of something of a suite. */
public sealed interface SuiteOutcome permits CaseOutcome, ComparisonOutcome, WaiverOutcome {

    /** The suite's name, {@code Orders API}. */
    String suite();

    /** The suite's file name. */
    String file();

    /** The base URL requests went to, or null where none was known. */
    @Nullable
    String target();
}
