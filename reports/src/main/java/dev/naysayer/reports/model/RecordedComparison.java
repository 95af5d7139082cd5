package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.ComparisonOutcome;

/**
 * A comparison as it was recorded.
 *
 * @param origin where its suite ran
 * @param outcome what became of it, without what went over the wire
 * @param exchanges what was asked beside the cases
 */
public record RecordedComparison(SuiteOrigin origin, ComparisonOutcome outcome, Exchanges exchanges)
        implements Recorded {}
