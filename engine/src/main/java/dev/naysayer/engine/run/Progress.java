package dev.naysayer.engine.run;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells every few seconds how far a long run is; of a short one nothing.
 *
 * <p>It has no thread: whoever publishes outcomes or waits for them lets it look at the time.
 */
public final class Progress {

    private static final long FIRST = Duration.ofSeconds(10).toNanos();
    private static final long EACH = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanoTime;
    private final int total;
    private final int parallelism;
    private final Consumer<String> told;
    private final long begun;
    private long due;
    private int done;
    private String slowest = "";
    private Duration longest = Duration.ZERO;

    /**
     * @param nanoTime a clock that only goes forward, in nanoseconds
     * @param total how many tests there are
     * @param parallelism how many requests may be under way at once
     * @param told takes a line; called by whoever calls {@link #tick()} or {@link #done()}
     */
    public Progress(LongSupplier nanoTime, int total, int parallelism, Consumer<String> told) {
        this.nanoTime = nanoTime;
        this.total = total;
        this.parallelism = parallelism;
        this.told = told;
        this.begun = nanoTime.getAsLong();
        this.due = begun + FIRST;
    }

    /** A test has its outcome. */
    public void done() {
        synchronized (this) {
            done++;
        }
        tick();
    }

    /** A case was sent and judged, perhaps ahead of its test. */
    synchronized void took(String name, Duration time) {
        if (time.compareTo(longest) > 0) {
            slowest = name;
            longest = time;
        }
    }

    /** Tells a line if one is due. */
    public void tick() {
        String line;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            if (now - due < 0 || done >= total) {
                return;
            }
            due = now + EACH;
            line = line(Duration.ofNanos(now - begun));
        }
        told.accept(line);
    }

    private String line(Duration time) {
        double rate = done * 1000.0 / Math.max(1, time.toMillis());
        String most = slowest.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "; slowest: %s, %.1f s", slowest, longest.toMillis() / 1000.0);
        return String.format(
                Locale.ROOT,
                "%,d of %,d tests in %d s, %.1f a second, %s%s",
                done,
                total,
                time.toSeconds(),
                rate,
                parallelism == 1 ? "one request at a time" : "up to %d requests at once".formatted(parallelism),
                most);
    }
}
