package dev.naysayer.engine.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Starts a target and waits for it, not for ever: it is the user's code. */
public final class TargetStart {

    private TargetStart() {}

    /**
     * Why the target did not start, with its own words; empty when it runs.
     *
     * @param issuer the URL of the tests' own issuer, which the target is told to trust first, or null
     */
    public static Optional<String> obstacle(ContractTarget target, @Nullable String issuer, Duration patience) {
        FutureTask<Void> start = new FutureTask<>(() -> {
            if (issuer != null) {
                target.trustIssuer(issuer);
            }
            target.start();
            return null;
        });
        Thread thread = new Thread(start, "start of " + target.getClass().getName());
        thread.setDaemon(true);
        thread.start();
        try {
            start.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(words(target, String.valueOf(e.getCause())));
        } catch (TimeoutException e) {
            start.cancel(true);
            return Optional.of(words(target, "it took longer than %d s".formatted(patience.toSeconds())));
        } catch (InterruptedException e) {
            start.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of(words(target, "the run was interrupted"));
        }
    }

    private static String words(ContractTarget target, String cause) {
        return "the target %s did not start: %s".formatted(target.getClass().getName(), cause);
    }
}
