package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseId;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.FindingId;
import org.jspecify.annotations.Nullable;

/**
 * One case or comparison behind a cause.
 *
 * @param suite the suite's name in the report
 * @param one the case, or null where it is a comparison
 * @param comparison the comparison, or null where it is a case
 * @param finding what a rule says of it; null where it could not be judged
 */
public record Sighting(
        String suite,
        @Nullable ReportedCase one,
        @Nullable ReportedComparison comparison,
        @Nullable Finding finding) {

    static Sighting of(SuiteReport suite, ReportedCase one, @Nullable Finding finding) {
        return new Sighting(suite.name(), one, null, finding);
    }

    static Sighting of(SuiteReport suite, ReportedComparison comparison, @Nullable Finding finding) {
        return new Sighting(suite.name(), null, comparison, finding);
    }

    /** Its place in the report. */
    public String anchor() {
        return one != null ? one.anchor() : comparison == null ? "" : comparison.anchor();
    }

    /** {@code GET /orders › expired-token}, {@code every-answer › nosniff}. */
    public String name() {
        return one != null
                ? one.outcome().operation() + " › " + one.outcome().scenario()
                : comparison == null ? "" : comparison.name();
    }

    /** What its finding is called as long as suite and API live; null without a finding. */
    public @Nullable FindingId id() {
        if (finding == null) {
            return null;
        }
        return one != null
                ? FindingId.of(one.outcome(), finding)
                : comparison == null ? null : FindingId.of(comparison.outcome());
    }

    /** What its case is called; of a comparison that of all rules over several answers of the suite. */
    public CaseId caseId() {
        if (one != null) {
            return CaseId.of(one.outcome());
        }
        return comparison == null ? new CaseId(suite, null, null) : CaseId.of(comparison.outcome());
    }
}
