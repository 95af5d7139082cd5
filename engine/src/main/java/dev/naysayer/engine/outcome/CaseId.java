package dev.naysayer.engine.outcome;

import org.jspecify.annotations.Nullable;

/**
 * What a case is called as long as suite and API live, see {@link FindingId}.
 *
 * @param suite the suite's name
 * @param operation {@code GET /orders}; null of all rules over several answers of the suite together
 * @param scenario {@code expired-token}; null as before
 */
public record CaseId(
        String suite, @Nullable String operation, @Nullable String scenario) {

    /** That of a case. */
    public static CaseId of(CaseOutcome outcome) {
        return new CaseId(outcome.suite(), outcome.operation(), outcome.scenario());
    }

    /** That of all rules over several answers of a suite. */
    public static CaseId of(ComparisonOutcome outcome) {
        return new CaseId(outcome.suite(), null, null);
    }

    /** What a rule says of it. */
    public FindingId finding(String rule) {
        return new FindingId(suite, operation, scenario, rule);
    }

    /** Whether it is a case, and not all rules over several answers. */
    public boolean isCase() {
        return operation != null;
    }
}
