package dev.naysayer.dsl;

/**
 * Where something stands in a suite.
 *
 * @param file the suite's file name, without its folder
 * @param line counted from 1
 * @param column counted from 1
 */
public record Position(String file, int line, int column) {

    /** {@code orders.auth.yaml:14:7}, the form that editors and consoles turn into a link. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
