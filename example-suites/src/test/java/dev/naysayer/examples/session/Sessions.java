package dev.naysayer.examples.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that are open, each with its token against forged requests. */
final class Sessions {

    /** A session's token, and when it ends. */
    private record Open(String token, Instant end) {}

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Duration lifetime;

    /** @param lifetime how long each of them lives */
    Sessions(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** Opens one under a name that nobody has guessed. */
    String open() {
        return open(UUID.randomUUID().toString());
    }

    /** Opens one under this name, whoever gave it. */
    String open(String session) {
        open.put(session, new Open(UUID.randomUUID().toString(), Instant.now().plus(lifetime)));
        return session;
    }

    /** The token of an open session; empty where there is no such session. */
    Optional<String> token(String session) {
        return Optional.ofNullable(open.get(session))
                .filter(it -> it.end().isAfter(Instant.now()))
                .map(Open::token);
    }

    /** Whether one of the sessions has this token. */
    boolean isAnyToken(String token) {
        return open.values().stream().anyMatch(it -> it.token().equals(token));
    }

    void end(String session) {
        open.remove(session);
    }
}
