package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.WaiverOutcome;

/**
 * A waiver as it was recorded.
 *
 * @param origin where its suite ran
 * @param outcome what became of it
 */
public record RecordedWaiver(SuiteOrigin origin, WaiverOutcome outcome) implements Recorded {}
