package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.ComparisonOutcome;

/**
 * A rule over several answers and its place in the report.
 *
 * @param anchor unique in the report, {@code orders-api-comparison-title-stable}
 * @param outcome what became of it
 */
public record ReportedComparison(String anchor, ComparisonOutcome outcome) {}
