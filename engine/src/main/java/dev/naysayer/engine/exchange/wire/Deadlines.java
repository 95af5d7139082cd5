package dev.naysayer.engine.exchange.wire;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends what takes too long.
 *
 * <p>Problem: a socket time-out starts anew with each byte, so an answer that drips never ends. Choice: a deadline that
 * breaks off the whole exchange.
 */
public final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor thread;

    public Deadlines() {
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread daemon = new Thread(task, "naysayer-deadlines");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.setRemoveOnCancelPolicy(true);
    }

    /**
     * Starts one.
     *
     * @param end breaks off what is under way; it runs at most once
     */
    public Deadline start(Duration time, Runnable end) {
        AtomicBoolean passed = new AtomicBoolean();
        Future<?> pending = thread.schedule(
                () -> {
                    passed.set(true);
                    end.run();
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
        return new Deadline(passed, pending);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** One deadline under way. */
    public record Deadline(AtomicBoolean flag, Future<?> pending) implements AutoCloseable {

        public boolean hasPassed() {
            return flag.get();
        }

        /** Calls it off. */
        @Override
        public void close() {
            pending.cancel(false);
        }
    }
}
