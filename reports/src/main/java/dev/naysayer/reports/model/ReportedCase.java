package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;

/**
 * A case and its place in the report.
 *
 * @param anchor unique in the report, {@code orders-api-get-orders-expired-token}
 * @param outcome what became of the case
 */
public record ReportedCase(String anchor, CaseOutcome outcome) {}
