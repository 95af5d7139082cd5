package dev.naysayer.engine.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Threads that do a suite's steps, several at once and in the order of a {@link Schedule}, while others wait for what comes of them. */
final class Workers {

    /** How long what is under way may take to end when the run does. */
    static final Duration GRACE = Duration.ofSeconds(1);

    /** How often a waiting thread looks whether something has to be told, or the run ends. */
    private static final long LOOK_MILLIS = 100;

    private final Courtesy courtesy;
    private final Surroundings surroundings;
    private final int parallelism;
    private final Schedule schedule;
    private final Object lock = new Object();
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Step asked;
    private long heldUntil;
    private int sentAgain;
    private boolean closed;

    /** @param parallelism how many steps may be under way at once */
    Workers(Courtesy courtesy, Surroundings surroundings, int parallelism) {
        this.courtesy = courtesy;
        this.surroundings = surroundings;
        this.parallelism = parallelism;
        this.schedule = new Schedule(parallelism);
        this.heldUntil = now();
    }

    /** Puts steps behind all others, and has them begun. */
    void add(List<Step> steps) {
        synchronized (lock) {
            Schedule.inOrder(steps).forEach(schedule::add);
            employ(Math.min(parallelism, steps.size()));
        }
    }

    /** The step of this name whose outcome is there for somebody; where there is none, another one that is done behind all others. */
    Step named(String name, Supplier<Step> other) {
        synchronized (lock) {
            Step step = schedule.named(name);
            return step != null && step.isWanted() && !step.isHandedOver() ? step : added(other.get());
        }
    }

    /** Puts a step behind all others. */
    Step added(Step step) {
        synchronized (lock) {
            schedule.add(step);
            employ(1);
            lock.notifyAll();
            return step;
        }
    }

    private void employ(int number) {
        while (threads.size() < number) {
            // They inherit the class loader of the tests, which users' filters and commands may need.
            Thread worker = new Thread(this::work, "naysayer-case-" + (threads.size() + 1));
            worker.setDaemon(true);
            threads.add(worker);
            worker.start();
        }
    }

    /**
     * Waits for what comes of a step; null where the run has to end before there is anything.
     *
     * @param meanwhile is called again and again by the waiting thread
     */
    @Nullable
    Object outcome(Step step, Runnable meanwhile) {
        Long endedAt = null;
        while (true) {
            meanwhile.run();
            synchronized (lock) {
                if (step.state() == Step.State.DONE) {
                    return schedule.handOver(step);
                }
                if (surroundings.runEnd().hasCome()) {
                    endedAt = endedAt == null ? now() : endedAt;
                    boolean begun = step.state() == Step.State.UNDER_WAY;
                    if (!begun || now() - endedAt > GRACE.toNanos()) {
                        return null;
                    }
                }
                if (!step.equals(asked)) {
                    asked = step;
                    lock.notifyAll();
                }
                try {
                    lock.wait(LOOK_MILLIS);
                } catch (InterruptedException e) {
                    // Whoever interrupts a test wants the run to end.
                    Thread.currentThread().interrupt();
                    surroundings.runEnd().bring();
                    return null;
                }
            }
        }
    }

    private void work() {
        try {
            for (Step step = taken(); step != null; step = taken()) {
                work(step);
            }
        } catch (InterruptedException e) {
            // The suite is closed, and nobody waits for this worker.
        }
    }

    /** Null when there is nothing to do any more. */
    private @Nullable Step taken() throws InterruptedException {
        synchronized (lock) {
            while (true) {
                if (closed || surroundings.runEnd().hasCome()) {
                    return null;
                }
                long hold = heldUntil - now();
                Step step = hold > 0 ? null : schedule.next(asked, courtesy.isAnswered());
                if (step != null) {
                    schedule.begin(step);
                    courtesy.flights().begin();
                    return step;
                }
                lock.wait(Math.max(1, hold > 0 ? TimeUnit.NANOSECONDS.toMillis(hold) : LOOK_MILLIS));
            }
        }
    }

    private void work(Step step) {
        boolean again = step.isAgain();
        long begun = now();
        try {
            Object outcome = step.work().get();
            surroundings.progress().took(step.name(), Duration.ofNanos(now() - begun));
            synchronized (lock) {
                courtesy.flights().end();
                schedule.done(step, outcome);
                if (again && courtesy.isAnswered()) {
                    schedule.fewer();
                }
                lock.notifyAll();
            }
        } catch (Courtesy.Crowded e) {
            again(step, e.hold());
        }
    }

    private void again(Step step, @Nullable Duration hold) {
        synchronized (lock) {
            courtesy.flights().end();
            schedule.again(step);
            sentAgain++;
            if (hold != null) {
                schedule.oneByOne();
                long until = now() + hold.toNanos();
                heldUntil = until - heldUntil > 0 ? until : heldUntil;
            }
            lock.notifyAll();
        }
    }

    /** How often something came in vain beside others, and was done again alone. */
    int sentAgain() {
        synchronized (lock) {
            return sentAgain;
        }
    }

    /** Nothing more is begun; waits a moment for what is under way. */
    void end() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        join(surroundings.runEnd().hasCome() ? Duration.ZERO : GRACE);
        threads.forEach(Thread::interrupt);
    }

    /** Waits a moment for those that were interrupted. */
    void join() {
        join(GRACE);
    }

    private void join(Duration time) {
        long until = now() + time.toNanos();
        for (Thread worker : threads) {
            try {
                long left = TimeUnit.NANOSECONDS.toMillis(until - now());
                if (left > 0) {
                    worker.join(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private long now() {
        return surroundings.runEnd().now();
    }
}
