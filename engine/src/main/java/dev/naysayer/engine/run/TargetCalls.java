package dev.naysayer.engine.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls a target and waits for it, not for ever: it is the user's code.
 *
 * @param target what is called
 * @param patience how long each call may take
 * @param runEnd when it has come, nothing but {@code stop()} is waited for any more
 */
public record TargetCalls(ContractTarget target, Duration patience, RunEnd runEnd) {

    private static final long LOOK_MILLIS = 100;
    private static final String STOP = "stop()";

    /** A call that threw or took too long; the message is one line with the target's name. */
    public static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        private final String brief;

        private Failed(String what, String brief, @Nullable Throwable cause) {
            super(what + " " + brief, cause);
            this.brief = brief;
        }
    }

    /**
     * Why the target did not start, with its own words; empty when it runs.
     *
     * @param issuer the URL of the tests' own issuer, which the target is told to trust first, or null
     */
    public Optional<String> obstacleToStart(@Nullable String issuer) {
        try {
            if (issuer != null) {
                call("trustIssuer()", () -> {
                    target.trustIssuer(issuer);
                    return issuer;
                });
            }
            call("start()", () -> {
                target.start();
                return target;
            });
            return Optional.empty();
        } catch (Failed e) {
            if (e.getCause() instanceof FrameworkTarget.Obstacle obstacle) {
                return Optional.of(String.valueOf(obstacle.getMessage()));
            }
            String cause = e.getCause() == null ? "it " + e.brief : String.valueOf(e.getCause());
            return Optional.of("%s did not start: %s".formatted(name(), cause));
        }
    }

    /**
     * Stops the target.
     *
     * @throws Exception what it throws; or that it took too long
     */
    public void stop() throws Exception {
        // Whoever interrupted the run wants it to end, and this is how it does.
        boolean interrupted = Thread.interrupted();
        try {
            call(STOP, () -> {
                target.stop();
                return target;
            });
        } catch (Failed e) {
            throw e.getCause() instanceof Exception thrown
                    ? thrown
                    : new IllegalStateException(e.getMessage() + "; what it started may still run", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * What a call gives.
     *
     * @param method its name, {@code url()}
     */
    <T extends @Nullable Object> T call(String method, Callable<T> call) throws Failed {
        String what = "%s of %s".formatted(method, name());
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, what);
        thread.setDaemon(true);
        thread.start();
        try {
            return get(task, what, method.equals(STOP));
        } catch (ExecutionException e) {
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            // Its own words may quote a secret; those of start() are shown, for nothing is read before it.
            throw new Failed(
                    what, "failed with %s: mend it".formatted(thrown.getClass().getName()), thrown);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Failed(
                    what,
                    "took longer than %d s, the limit that naysayer.start-timeout sets".formatted(patience.toSeconds()),
                    null);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new Failed(what, "was waited for when the run was interrupted", null);
        }
    }

    private <T extends @Nullable Object> T get(FutureTask<T> task, String what, boolean inAnyCase)
            throws InterruptedException, ExecutionException, TimeoutException, Failed {
        long until = runEnd.now() + patience.toNanos();
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (runEnd.now() - until >= 0) {
                    throw e;
                }
                if (!inAnyCase && runEnd.hasCome()) {
                    task.cancel(true);
                    throw new Failed(what, "had not ended when the run was", null);
                }
            }
        }
    }

    private String name() {
        return target instanceof FrameworkTarget known
                ? known.calledInMessages()
                : "the target " + target.getClass().getName();
    }
}
