package dev.naysayer.reports.model;

import java.util.List;
import java.util.function.Predicate;

/**
 * One line of a suite's matrix.
 *
 * @param anchor its place in the report
 * @param operation {@code GET /orders}
 * @param cells one for each of the suite's scenarios, in their order; an empty cell means that the suite has no such
 *     case
 */
public record OperationRow(String anchor, String operation, List<List<ReportedCase>> cells) {

    public OperationRow {
        cells = cells.stream().map(List::copyOf).toList();
    }

    /** The cases that a reader has to look at. */
    public List<ReportedCase> loud() {
        return cases(it -> !it.isQuiet());
    }

    /** The cases that leave nothing to look at. */
    public List<ReportedCase> quiet() {
        return cases(ReportedCase::isQuiet);
    }

    private List<ReportedCase> cases(Predicate<ReportedCase> some) {
        return cells.stream().flatMap(List::stream).filter(some).toList();
    }
}
