package dev.naysayer.reports.collect;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Has the report written where the process ends before its test plan: by Ctrl-C, TERM, or somebody's {@code exit}.
 *
 * <p>The engine ends its run in order then, so this waits for it, not for long; other engines are not waited for.
 */
final class LastReport {

    /** A little longer than the engine gives itself. */
    private static final Duration LONGEST = Duration.ofSeconds(9);

    private final Runnable report;
    private final Thread hook = new Thread(this::end, "naysayer-report");
    private int engines;

    private LastReport(Runnable report) {
        this.report = report;
    }

    /** @param report writes it, if nobody has done so by then */
    static LastReport of(Runnable report) {
        LastReport last = new LastReport(report);
        try {
            Runtime.getRuntime().addShutdownHook(last.hook);
        } catch (IllegalStateException e) {
            // The process is ending already: then the plan's own end has to do.
        }
        return last;
    }

    synchronized void engineStarted() {
        engines++;
    }

    synchronized void engineFinished() {
        engines--;
        notifyAll();
    }

    private void end() {
        try {
            awaitEngines();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        report.run();
    }

    private synchronized void awaitEngines() throws InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        long left = LONGEST.toMillis();
        while (engines > 0 && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        }
    }

    /** The plan has ended by itself. */
    void callOff() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs, and finds nothing left to do.
        }
    }
}
