package dev.naysayer.engine.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * So many requests a second to each host and no more, one after the other without bursts.
 *
 * <p>May be used from many threads: who asks takes the next free turn, and waits for it. So a wait is never longer than what
 * stands before it in the queue, one turn for each request that is under way.
 */
public final class RateLimit {

    /** As fast as answers come. */
    public static final RateLimit NONE = new RateLimit(Duration.ZERO, () -> 0, time -> {});

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void take(Duration time) throws InterruptedException;
    }

    private final Duration interval;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final Map<String, Long> nextTurn = new HashMap<>();

    RateLimit(Duration interval, LongSupplier nanoTime, Pause pause) {
        this.interval = interval;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * A limit for all clients that are given it.
     *
     * @param requests how many a second, above 0
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public static RateLimit perSecond(double requests, LongSupplier nanoTime) {
        return new RateLimit(
                Duration.ofNanos((long) (1_000_000_000 / requests)),
                nanoTime,
                time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000));
    }

    /**
     * Waits until this host may be asked.
     *
     * @param requests how many are sent then, one behind the other
     */
    public void await(String host, int requests) throws InterruptedException {
        if (interval.isZero()) {
            return;
        }
        Duration wait = turn(host.toLowerCase(Locale.ROOT), requests);
        if (!wait.isZero()) {
            pause.take(wait);
        }
    }

    private synchronized Duration turn(String host, int requests) {
        long now = nanoTime.getAsLong();
        Long free = nextTurn.get(host);
        // Differences only: a nanosecond clock may begin anywhere, and run over.
        long wait = free == null ? 0 : Math.max(0, free - now);
        nextTurn.put(host, now + wait + interval.toNanos() * requests);
        return Duration.ofNanos(wait);
    }
}
