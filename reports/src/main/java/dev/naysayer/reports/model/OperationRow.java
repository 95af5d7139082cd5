package dev.naysayer.reports.model;

import java.util.List;

/**
 * One line of a suite's matrix.
 *
 * @param operation {@code GET /orders}
 * @param cells one for each of the suite's scenarios, in their order; an empty cell means that the suite has no such
 *     case
 */
public record OperationRow(String operation, List<List<ReportedCase>> cells) {

    public OperationRow {
        cells = cells.stream().map(List::copyOf).toList();
    }
}
