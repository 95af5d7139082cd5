package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.SuiteOutcome;

/** What became of something of a suite, as it was recorded. */
public sealed interface Recorded permits RecordedCase, RecordedComparison, RecordedWaiver {

    /** Where its suite ran. */
    SuiteOrigin origin();

    /** What became of it. */
    SuiteOutcome outcome();
}
