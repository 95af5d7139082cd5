package dev.naysayer.engine.junit;

import dev.naysayer.engine.run.RunEnd;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run in order where its process is asked to end: by Ctrl-C, TERM, a build tool that gives up, or somebody's {@code exit}.
 *
 * <p>Problem: the tests' thread goes on while the process ends, and whatever the target started may outlive it. Choice: the process
 * waits until the run has ended, not for long; by then its requests have, and its targets are stopped.
 */
final class EndWatch {

    /** Whoever asks a process to end waits longer than this before he kills it. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final RunEnd runEnd;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "naysayer-end");

    private EndWatch(RunEnd runEnd) {
        this.runEnd = runEnd;
    }

    /** Brings the end to this run when that of the process has come. */
    static EndWatch over(RunEnd runEnd) {
        EndWatch watch = new EndWatch(runEnd);
        try {
            Runtime.getRuntime().addShutdownHook(watch.hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
            runEnd.bring();
        }
        return watch;
    }

    private void end() {
        runEnd.bring();
        try {
            boolean inTime = over.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                System.err.println("Naysayer's run did not end within %d s: what its targets started may still run"
                        .formatted(LONGEST.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has ended. */
    void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs, and was waiting for just this.
        }
    }
}
