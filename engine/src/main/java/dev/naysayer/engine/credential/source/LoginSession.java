package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.LoginAnswer;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Logs in when the first credential is wanted, and again shortly before the session or a token of it ends. */
final class LoginSession {

    /** What ends sooner than this is asked for again, so that it does not end under way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** A server that gave no answer is asked again after this long. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final LoginSteps steps;
    private final SourceContext context;
    private final Set<AnswerPlace> wanted = new LinkedHashSet<>();
    private final Set<String> lives = new LinkedHashSet<>();
    private final Map<String, LoginAnswer> told = Collections.synchronizedMap(new LinkedHashMap<>());
    private @Nullable State known;

    /** Not to be waited for while somebody logs in. */
    private volatile int begun;

    LoginSession(LoginSteps steps, SourceContext context) {
        this.steps = steps;
        this.context = context;
    }

    /**
     * What became of the last log-in.
     *
     * @param given what it gave, or null where it failed
     * @param failure why it failed, or null
     * @param again from when on it is to be done again, or null where never
     */
    private record State(
            LoginAttempt.@Nullable LoggedIn given,
            @Nullable SourceFailed failure,
            @Nullable Instant again) {}

    /**
     * Says before the first log-in that a credential will be taken from there; the one that ends first ends them all.
     *
     * @param expiresIn how long it holds: seconds, or a JSON Pointer to them; null where the suite does not say
     */
    synchronized void want(AnswerPlace place, @Nullable String expiresIn) {
        wanted.add(place);
        if (expiresIn != null) {
            lives.add(expiresIn);
        }
    }

    /** What stands there in the answer to the last log-in. */
    synchronized Token token(AnswerPlace place) throws SourceFailed {
        State state = known;
        if (state == null || (state.again() != null && !now().isBefore(state.again()))) {
            state = logIn();
            known = state;
        }
        if (state.failure() != null) {
            throw state.failure();
        }
        LoginAttempt.LoggedIn given = Objects.requireNonNull(state.given());
        String value = given.values().get(place);
        if (value == null) {
            throw new SourceFailed("%s and %s: check 'token', and whether %s is right"
                    .formatted(given.answered(), place.missing(), steps.whoLogsIn(steps.last())));
        }
        // Whoever keeps it until then gives it up together with all else that this log-in gave.
        return new Token(new Secret(value), state.again());
    }

    /** What stands there in the answer to a further log-in, which leaves this one as it is. */
    Token another(AnswerPlace place) throws SourceFailed {
        return once(attempt -> value(attempt.run(Set.of(place)), place));
    }

    /** The same, once it has ended. */
    Token expired(AnswerPlace place, Expiring expiring, String condition) throws NotObtainable, SourceFailed {
        Instant since = now();
        LoginAttempt.LoggedIn given;
        try {
            given = new LoginAttempt(steps, lives, context, this::tell).run(Set.of(place));
        } catch (LoginAttempt.Refused e) {
            throw e.failure();
        }
        return expiring.expired(
                value(given, place), since, given.end(), steps.last().shown(), condition);
    }

    private static String value(LoginAttempt.LoggedIn given, AnswerPlace place) throws SourceFailed {
        String value = given.values().get(place);
        if (value == null) {
            throw new SourceFailed("%s and %s: check 'token'".formatted(given.answered(), place.missing()));
        }
        return value;
    }

    /** What stood there in the answer to a further log-in, which was ended again. */
    Token ended(AnswerPlace place, Logout logout) throws SourceFailed {
        return once(attempt -> attempt.end(place, logout));
    }

    /** What a cookie held before a further log-in. */
    Token before(AnswerPlace cookie, String made) throws SourceFailed {
        return once(attempt -> attempt.before(cookie, made));
    }

    private interface Further {
        String value(LoginAttempt attempt) throws SourceFailed, LoginAttempt.Refused;
    }

    private Token once(Further further) throws SourceFailed {
        try {
            return new Token(new Secret(further.value(new LoginAttempt(steps, lives, context, this::tell))), null);
        } catch (LoginAttempt.Refused e) {
            throw e.failure();
        }
    }

    private void tell(LoginAnswer answer) {
        told.putIfAbsent(answer.asked(), answer);
    }

    /** What answers did to cookies so far; of equal requests the first. */
    List<LoginAnswer> told() {
        synchronized (told) {
            return List.copyOf(told.values());
        }
    }

    /** How often it was ended, since what it gave was refused. */
    int begun() {
        return begun;
    }

    /** The next credential comes from a new log-in. A server that said no is not asked again. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // Only under the lock of this object.
    synchronized void end() {
        State state = known;
        if (state != null && state.given() != null) {
            known = null;
            begun++;
        }
    }

    private Instant now() {
        return context.clock().instant();
    }

    private State logIn() {
        try {
            LoginAttempt.LoggedIn given = new LoginAttempt(steps, lives, context, this::tell).run(wanted);
            return new State(given, null, again(given.end()));
        } catch (LoginAttempt.Refused e) {
            return new State(null, e.failure(), null);
        } catch (SourceFailed e) {
            return new State(null, e, now().plus(PAUSE_AFTER_FAILURE));
        }
    }

    /** Of a short life no more than a quarter is given away. */
    private @Nullable Instant again(@Nullable Instant end) {
        if (end == null) {
            return null;
        }
        Duration quarter = Duration.between(now(), end).dividedBy(4);
        return end.minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN);
    }
}
