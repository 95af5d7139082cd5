package dev.naysayer.examples.door;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.naysayer.examples.door.Lock.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks who somebody is, and counts how often they were not. */
final class DoorKeeper implements ResponseDefinitionTransformerV2 {

    private static final int TOO_MANY = 3;
    private static final int TOO_MANY_BY_THE_LAST = 5;
    private static final Duration WHILE = Duration.ofMillis(900);
    private static final int LATER = 1_200;

    /** Who may come in, but not from here. */
    static final String OUTSIDE = "outside";

    /** Who may come in, but has done so too often. */
    static final String SPENT = "spent";

    /** How often somebody failed, and since when they are stopped. */
    private record Failures(int count, Instant last) {}

    private final Guarding guarding;
    private final Lock lock;
    private final Map<String, String> passwords;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    /** @param passwords by user */
    DoorKeeper(Guarding guarding, Lock lock, Map<String, String> passwords) {
        this.guarding = guarding;
        this.lock = lock;
        this.passwords = passwords;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Optional<Caller> caller = lock.caller(event.getRequest(), passwords);
        return caller.isEmpty()
                ? refused(401, "Not now").build()
                : answered(caller.get(), event.getResponseDefinition());
    }

    private ResponseDefinition answered(Caller caller, ResponseDefinition served) {
        String counted = guarding == Guarding.THROTTLES_ADDRESS || lock == Lock.KEY ? "anybody" : caller.name();
        boolean stopped = isStopped(counted);
        if (stopped && !(caller.right() && isLetInAllTheSame())) {
            return stopped(caller);
        }
        if (caller.right()) {
            failures.remove(counted);
            return guarding == Guarding.NOTHING_DONE ? served : byPolicy(caller, served);
        }
        if (guarding != Guarding.KNOWN_USERS_ONLY || passwords.containsKey(caller.name())) {
            failures.merge(
                    counted,
                    new Failures(1, Instant.now()),
                    (before, one) -> new Failures(isOver(before) ? 1 : before.count() + 1, one.last()));
        }
        return refused(401, "Not now").build();
    }

    private ResponseDefinition byPolicy(Caller caller, ResponseDefinition served) {
        return switch (caller.name()) {
            case OUTSIDE -> refused(403, "Not from there").build();
            case SPENT -> stopped(caller);
            default -> served;
        };
    }

    private boolean isLetInAllTheSame() {
        return guarding == Guarding.LETS_IN_ALL_THE_SAME || guarding == Guarding.SLOWS_DOWN;
    }

    private boolean isStopped(String counted) {
        Failures before = failures.get(counted);
        int tooMany = guarding == Guarding.FULL_BY_THE_LAST ? TOO_MANY_BY_THE_LAST : TOO_MANY;
        return before != null && guarding != Guarding.NOTHING_DONE && before.count() >= tooMany && !isOver(before);
    }

    private boolean isOver(Failures before) {
        return guarding != Guarding.FOR_EVER
                && guarding != Guarding.SLOWS_DOWN
                && before.last().plus(WHILE).isBefore(Instant.now());
    }

    private ResponseDefinition stopped(Caller caller) {
        return switch (guarding) {
            case LOCKS_OUT -> refused(401, "Not now").build();
            case SLOWS_DOWN -> refused(401, "Not now").withFixedDelay(LATER).build();
            case TELLS_THE_PASSWORD ->
                refused(401, caller.right() ? "Locked" : "Not now").build();
            case TELLS_KNOWN_USERS ->
                throttled(passwords.containsKey(caller.name()) ? "Locked" : "Not now")
                        .build();
            case REPEATS_NAME -> throttled("Not now, " + caller.name()).build();
            case FORBIDS -> refused(403, "Not now").build();
            case SAYS_NOT_WHEN -> refused(429, "Not now").build();
            case SAYS_WHEN_IN_WORDS ->
                refused(429, "Not now").withHeader("Retry-After", "soon").build();
            case SAYS_WHEN_BY_DATE ->
                refused(429, "Not now").withHeader("Retry-After", soon()).build();
            default -> throttled("Not now").build();
        };
    }

    private ResponseDefinitionBuilder throttled(String title) {
        return refused(429, title).withHeader("Retry-After", "1");
    }

    /** {@code Sun, 06 Nov 1994 08:49:37 GMT} (RFC 9110 section 5.6.7). */
    private static String soon() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(WHILE).atOffset(ZoneOffset.UTC));
    }

    private ResponseDefinitionBuilder refused(int status, String title) {
        ResponseDefinitionBuilder answer = aResponse()
                .withStatus(status)
                .withHeader("Content-Type", lock == Lock.CLIENT ? "application/json" : "application/problem+json")
                .withHeader("Cache-Control", guarding == Guarding.STORED && status == 429 ? "max-age=60" : "no-store")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withBody(lock.refusal(title, status));
        return status == 401 ? answer.withHeader("WWW-Authenticate", lock.challenge()) : answer;
    }

    @Override
    public String getName() {
        return "door-keeper";
    }

    @Override
    public boolean applyGlobally() {
        return true;
    }
}
