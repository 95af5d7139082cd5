package dev.naysayer.engine.credential.source;

import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits until a token has expired.
 *
 * @param context the clock, the API's leeway, and how long a wait may be
 * @param settling what is waited beyond the leeway, so that no verdict depends on a boundary
 * @param pause lets time pass
 */
record Expiring(SourceContext context, Duration settling, Pause pause) {

    static final Duration SETTLING = Duration.ofSeconds(5);

    /** Lets time pass. */
    interface Pause {

        /** Ends with its time, or when the thread is interrupted. */
        Pause REAL = time -> {
            CountDownLatch never = new CountDownLatch(1);
            if (never.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this down");
            }
        };

        void await(Duration time) throws InterruptedException;
    }

    /** The token when it has expired. */
    Token expired(Grant grant, String issuedBy, String condition) throws NotObtainable, SourceFailed {
        String add = "an expired token below 'token', as '%s'".formatted(condition);
        Instant expiry = grant.expiredFrom();
        if (expiry == null) {
            throw new NotObtainable("the authorization server does not say when its tokens expire", add);
        }
        Instant end = expiry.plus(context.leeway()).plus(settling);
        Duration wait = Duration.between(context.clock().instant(), end);
        if (wait.compareTo(context.longestWait()) > 0) {
            throw new NotObtainable(
                    "the authorization server's tokens live %d s, which with a leeway of %d s is longer than the %d s that a run waits"
                            .formatted(
                                    Duration.between(grant.issuedAt(), expiry).toSeconds(),
                                    context.leeway().toSeconds(),
                                    context.longestWait().toSeconds()),
                    add);
        }
        await(wait, issuedBy);
        return new Token(grant.token(), expiry);
    }

    private void await(Duration wait, String issuedBy) throws SourceFailed {
        if (wait.isNegative() || wait.isZero()) {
            return;
        }
        context.progress()
                .accept("waiting %d s until a token of %s has expired".formatted(wait.toSeconds() + 1, issuedBy));
        try {
            pause.await(wait.plusMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFailed("the wait for a token to expire was interrupted: run it again");
        }
    }
}
