package dev.naysayer.engine.credential.source;

import dev.naysayer.engine.credential.SourceContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The log-ins of a suite. Equal ones happen once, whatever each credential takes from the answer: a session and the CSRF value that
 * belongs to it come from one answer, or the two would not fit.
 */
public final class Logins {

    private final Map<LoginSteps, LoginSession> sessions = new ConcurrentHashMap<>();

    LoginSession of(LoginSteps steps, SourceContext context) {
        return sessions.computeIfAbsent(steps, it -> new LoginSession(it, context));
    }
}
