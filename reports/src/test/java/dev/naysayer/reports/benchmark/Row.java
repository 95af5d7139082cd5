package dev.naysayer.reports.benchmark;

import java.util.List;

/**
 * One line of the table.
 *
 * @param latency how long the API thinks about each answer, in milliseconds
 * @param inFlight how many requests each program may have under way at once, but for the one that sends in order
 * @param runs of each program
 * @param lean whether the JVMs run as short ones do best: without the second compiler, and with one thread that collects garbage
 */
record Row(int cases, int latency, boolean tls, int inFlight, int runs, boolean lean) {

    /** Without latency more requests at once than processors help nobody. */
    private static final int BUSY = 2;

    private static final int MANY = 64;

    static final List<Row> ALL = List.of(
            new Row(1, 0, false, 1, 7, false),
            new Row(1000, 0, false, BUSY, 5, false),
            new Row(1000, 0, true, BUSY, 5, false),
            new Row(1000, 50, false, MANY, 3, false),
            new Row(10_000, 0, false, BUSY, 3, false),
            new Row(10_000, 0, false, BUSY, 3, true),
            new Row(10_000, 50, false, MANY, 3, false));

    String name() {
        return "%d%s%s%s"
                .formatted(cases, tls ? "-tls" : "", latency == 0 ? "" : "-" + latency + "ms", lean ? "-lean" : "");
    }

    String words() {
        return "%,d, %d ms%s, %d in flight%s"
                .formatted(cases, latency, tls ? ", TLS" : "", inFlight, lean ? ", lean JVM" : "");
    }

    List<String> options() {
        return lean ? List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC") : List.of();
    }

    /** With latency who sends one after the other waits for minutes, and nobody needs to see that. */
    List<Program> programs() {
        return latency == 0 && inFlight > 1
                ? List.of(Program.values())
                : List.of(Program.NAYSAYER, Program.BY_HAND, Program.BARE_LOOP);
    }
}
