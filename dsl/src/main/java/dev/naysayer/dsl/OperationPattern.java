package dev.naysayer.dsl;

import java.util.List;

/**
 * Some operations of a suite, by their names: {@code GET /orders/*}, in which {@code *} stands for any text.
 *
 * @param text as it is written
 */
public record OperationPattern(String text) {

    private static final char ANY = '*';

    /** Whether the whole name of an operation, {@code GET /orders/{id}}, is of this form. */
    public boolean fits(String operation) {
        if (text.indexOf(ANY) < 0) {
            return text.equals(operation);
        }
        // Piece by piece: a regular expression with many "any text" may take for ever.
        List<String> pieces = List.of(text.split("\\*", -1));
        String first = pieces.get(0);
        String last = pieces.get(pieces.size() - 1);
        if (!operation.startsWith(first) || !operation.endsWith(last)) {
            return false;
        }
        int from = first.length();
        int to = operation.length() - last.length();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = operation.indexOf(piece, from);
            if (found < 0) {
                return false;
            }
            from = found + piece.length();
        }
        return from <= to;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return text;
    }
}
