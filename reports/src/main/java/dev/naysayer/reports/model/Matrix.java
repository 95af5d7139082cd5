package dev.naysayer.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a suite and its scenarios, or its subjects, as a table, with a column for each target that it ran against.
 *
 * @param title what the suite is called
 * @param kind what the operations meet, {@code scenario}
 * @param corner what the rows are, {@code Scenario}
 * @param columns from left to right
 * @param rows from top to bottom
 */
public record Matrix(String title, String kind, String corner, List<Column> columns, List<Row> rows) {

    static final String SUBJECT = "subject";

    public Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether it shows what became of subjects. */
    public boolean ofSubjects() {
        return kind.equals(SUBJECT);
    }

    /**
     * The head of a column.
     *
     * @param head an operation, a scenario or a subject
     * @param anchor the place of the operation in the report, or null of a scenario
     * @param target which of several targets, or null where there is one
     */
    public record Column(
            String head, @Nullable String anchor, @Nullable String target) {}

    /**
     * One row.
     *
     * @param head an operation, a scenario or a subject
     * @param anchor as of a column
     * @param cells one for each column; an empty cell means that the suite has no such case
     */
    public record Row(String head, @Nullable String anchor, List<List<ReportedCase>> cells) {

        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }
}
