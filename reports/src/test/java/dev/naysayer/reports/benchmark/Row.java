package dev.naysayer.reports.benchmark;

import java.util.List;

/**
 * One line of the table.
 *
 * @param latency how long the API thinks about each answer, in milliseconds
 * @param inFlight how many requests each of the three may have under way at once
 * @param runs of each of the three
 */
record Row(int cases, int latency, boolean tls, int inFlight, int runs) {

    /** Without latency more requests at once than processors help nobody. */
    private static final int BUSY = 2;

    private static final int MANY = 64;

    static final List<Row> ALL = List.of(
            new Row(1, 0, false, 1, 7),
            new Row(1000, 0, false, BUSY, 5),
            new Row(1000, 0, true, BUSY, 5),
            new Row(1000, 50, false, MANY, 3),
            new Row(10_000, 0, false, BUSY, 3),
            new Row(10_000, 50, false, MANY, 3));

    String name() {
        return "%d%s%s".formatted(cases, tls ? "-tls" : "", latency == 0 ? "" : "-" + latency + "ms");
    }

    String words() {
        return "%,d, %d ms%s, %d in flight".formatted(cases, latency, tls ? ", TLS" : "", inFlight);
    }
}
