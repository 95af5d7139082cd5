package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;

/**
 * A rule over several answers and its place in the report.
 *
 * @param anchor unique in the report, {@code orders-api-comparison-title-stable}
 * @param outcome what became of it, without what went over the wire
 * @param exchanges what was asked beside the cases
 */
public record ReportedComparison(String anchor, ComparisonOutcome outcome, Exchanges exchanges) {

    /** {@code every-answer › nosniff}; a rule that is a test of its own has one name only. */
    public String name() {
        String rule = outcome.finding().rule();
        return isShared() ? outcome.test() + " › " + rule : rule;
    }

    /** Whether it stands beside others of one test, and is not what a reader has to look at. */
    public boolean isQuiet() {
        boolean calm = outcome.kind() == OutcomeKind.CONFORMING || outcome.kind() == OutcomeKind.NOT_APPLICABLE;
        return isShared() && calm && !outcome.finding().violated();
    }

    /** Whether its test tells of several rules, each of which judges all answers. */
    public boolean isShared() {
        return !outcome.test().equals(outcome.finding().rule());
    }
}
