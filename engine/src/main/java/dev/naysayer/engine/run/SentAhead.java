package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.Waivers;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Comparison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A suite whose requests are sent ahead of who asks for their outcomes, several at once.
 *
 * <p>Problem: build tools want tests one after the other on one thread: their reports, listeners and re-runs count on it. Choice:
 * workers take the cases in the order of the plan, a bounded number ahead, and whoever asks for an outcome waits for it. What has to
 * be told is told by the asking thread, so nothing of JUnit is called by a worker.
 */
final class SentAhead implements SuiteRun {

    /** How long what is under way may take to end when the run does. */
    static final Duration GRACE = Duration.ofSeconds(1);

    /** How often a waiting thread looks whether something has to be told, or the run ends. */
    private static final long LOOK_MILLIS = 100;

    private final SuiteRun suite;
    private final List<ContractCase> plan;
    private final Courtesy courtesy;
    private final Outcomes outcomes;
    private final Surroundings surroundings;
    private final int parallelism;
    private final Queue<String> notices;
    private final Object lock = new Object();
    private final Schedule schedule;
    private final List<Thread> workers = new ArrayList<>();
    private @Nullable Step asked;
    private long heldUntil;
    private int sentAgain;
    private boolean closed;

    /**
     * @param suite may be asked by several threads
     * @param plan all cases of the suite that are run here, in their order
     * @param notices what the suite wants to have told, by whatever thread
     * @param parallelism how many cases may be under way at once
     */
    SentAhead(
            SuiteRun suite,
            List<ContractCase> plan,
            Courtesy courtesy,
            Outcomes outcomes,
            Surroundings surroundings,
            Queue<String> notices,
            int parallelism) {
        this.suite = suite;
        this.plan = plan;
        this.courtesy = courtesy;
        this.outcomes = outcomes;
        this.surroundings = surroundings;
        this.notices = notices;
        this.parallelism = parallelism;
        this.schedule = new Schedule(parallelism);
        this.heldUntil = now();
    }

    @Override
    public void expect(List<ContractCase> cases, boolean compared) {
        suite.expect(cases, compared);
        Set<String> wanted = cases.stream().map(ContractCase::name).collect(Collectors.toCollection(HashSet::new));
        List<Step> steps = (compared ? plan : cases)
                .stream()
                        .map(it -> Step.of(it, () -> suite.run(it), wanted.contains(it.name())))
                        .toList();
        synchronized (lock) {
            Schedule.inOrder(steps).forEach(schedule::add);
            employ(Math.min(parallelism, steps.size()));
        }
    }

    private void employ(int number) {
        while (workers.size() < number) {
            // They inherit the class loader of the tests, which users' filters and commands may need.
            Thread worker = new Thread(this::work, "naysayer-case-" + (workers.size() + 1));
            worker.setDaemon(true);
            workers.add(worker);
            worker.start();
        }
    }

    @Override
    public CaseOutcome run(ContractCase planned) {
        Object outcome = outcome(step(planned));
        return outcome == null ? outcomes.inconclusive(planned, "not judged: " + RunEnd.WORDS) : (CaseOutcome) outcome;
    }

    /** A case that nobody expected is done behind all others. */
    private Step step(ContractCase planned) {
        synchronized (lock) {
            Step step = schedule.named(planned.name());
            return step != null && step.isWanted() && !step.isHandedOver()
                    ? step
                    : added(Step.alone(planned.name(), () -> suite.run(planned)));
        }
    }

    @Override
    public ComparisonOutcome compare(Suite of, Comparison comparison) {
        Step step;
        synchronized (lock) {
            step = added(Step.alone("comparison › " + comparison.info().id(), () -> suite.compare(of, comparison)));
        }
        Object outcome = outcome(step);
        return outcome == null
                ? outcomes.comparisons().uncompared(of, comparison, "not judged: " + RunEnd.WORDS)
                : (ComparisonOutcome) outcome;
    }

    @Override
    public List<WaiverOutcome> waivers(Suite of, Waivers waivers) {
        Step step;
        synchronized (lock) {
            step = added(Step.alone("waivers", () -> new Waived(suite.waivers(of, waivers))));
        }
        Object outcome = outcome(step);
        return outcome == null
                ? waivers.unjudged(of, outcomes.target(), "not judged: " + RunEnd.WORDS)
                : ((Waived) outcome).outcomes();
    }

    /** A step has one outcome. */
    private record Waived(List<WaiverOutcome> outcomes) {}

    private Step added(Step step) {
        schedule.add(step);
        employ(1);
        lock.notifyAll();
        return step;
    }

    /** Null where the run has to end before there is one. */
    private @Nullable Object outcome(Step step) {
        Long endedAt = null;
        while (true) {
            tell();
            surroundings.progress().tick();
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

    /** Only who asks for outcomes tells anything. */
    private void tell() {
        for (String notice = notices.poll(); notice != null; notice = notices.poll()) {
            surroundings.notices().accept(notice);
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

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        if (!surroundings.runEnd().hasCome() && sentAgain > 0) {
            notices.add("requests came in vain beside others and were sent again alone: %d".formatted(sentAgain));
        }
        tell();
        join(surroundings.runEnd().hasCome() ? Duration.ZERO : GRACE);
        workers.forEach(Thread::interrupt);
        suite.close();
        join(GRACE);
    }

    private long now() {
        return surroundings.runEnd().now();
    }

    private void join(Duration time) {
        long until = now() + time.toNanos();
        for (Thread worker : workers) {
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
}
