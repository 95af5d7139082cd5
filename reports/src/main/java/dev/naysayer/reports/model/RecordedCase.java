package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;

/**
 * A case as it was recorded.
 *
 * @param origin where its suite ran
 * @param outcome what became of it, without what went over the wire
 * @param exchanges what went over the wire
 */
public record RecordedCase(SuiteOrigin origin, CaseOutcome outcome, Exchanges exchanges) implements Recorded {}
