package dev.naysayer.reports.model;

import java.util.List;

/**
 * Operations and scenarios as a table.
 *
 * @param corner what the rows are, {@code Scenario}
 * @param columns the head of each column
 * @param rows from top to bottom
 */
public record Matrix(String corner, List<String> columns, List<Row> rows) {

    public Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param head an operation or a scenario
     * @param cells one for each column; an empty cell means that the suite has no such case
     */
    public record Row(String head, List<List<ReportedCase>> cells) {

        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }
}
