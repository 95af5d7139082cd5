package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a token has expired, or a session has ended.
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
        String lives =
                "the authorization server's tokens live %d s, which with a leeway of %d s is longer than the %d s that a run waits"
                        .formatted(
                                Duration.between(grant.issuedAt(), expiry).toSeconds(),
                                context.leeway().toSeconds(),
                                context.longestWait().toSeconds());
        await(expiry.plus(context.leeway()), "a token of " + issuedBy, new NotObtainable(lives, add));
        return new Token(grant.token(), expiry);
    }

    /** The session when it has ended; whoever opened it knows its end, so no leeway is added. */
    Token expired(String session, Instant since, @Nullable Instant end, String openedBy, String condition)
            throws NotObtainable, SourceFailed {
        String add = "one that has ended below 'token', as '%s'".formatted(condition);
        if (end == null) {
            throw new NotObtainable(
                    "nobody says how long a log-in holds", "'expires-in: 60' below 'login', or %s".formatted(add));
        }
        String holds = "a log-in holds %d s, longer than the %d s that a run waits"
                .formatted(
                        Duration.between(since, end).toSeconds(),
                        context.longestWait().toSeconds());
        await(end, "a session of " + openedBy, new NotObtainable(holds, add));
        return new Token(new Secret(session), end);
    }

    /** @param tooLong where that is longer than a run waits */
    private void await(Instant end, String what, NotObtainable tooLong) throws NotObtainable, SourceFailed {
        Duration wait = Duration.between(context.clock().instant(), end.plus(settling));
        if (wait.compareTo(context.longestWait()) > 0) {
            throw tooLong;
        }
        await(wait, what);
    }

    private void await(Duration wait, String what) throws SourceFailed {
        if (wait.isNegative() || wait.isZero()) {
            return;
        }
        context.progress().accept("waiting %d s until %s has expired".formatted(wait.toSeconds() + 1, what));
        try {
            pause.await(wait.plusMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFailed("the wait for a token to expire was interrupted: run it again");
        }
    }
}
