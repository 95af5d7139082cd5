package dev.naysayer.examples.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that are open, each with its token against forged requests. */
final class Sessions {

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Instant> opened = new ConcurrentHashMap<>();
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
        tokens.put(session, UUID.randomUUID().toString());
        opened.put(session, Instant.now());
        return session;
    }

    /** The token of an open session; empty where there is no such session. */
    Optional<String> token(String session) {
        return Optional.ofNullable(tokens.get(session))
                .filter(token -> opened.get(session).plus(lifetime).isAfter(Instant.now()));
    }

    /** Whether one of the sessions has this token. */
    boolean isAnyToken(String token) {
        return tokens.containsValue(token);
    }

    void end(String session) {
        tokens.remove(session);
    }
}
