package dev.naysayer.engine.credential.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log-in: one request or two.
 *
 * @param first what is asked before, or null
 * @param keep what of that answer the second request says, by name
 * @param last the request whose answer ends the log-in
 */
record LoginSteps(@Nullable LoginRequest first, Map<String, AnswerPlace> keep, LoginRequest last) {

    /** The keys that say who logs in. */
    String whoLogsIn(LoginRequest request) {
        List<String> keys = new ArrayList<>();
        if (request.json() != null) {
            keys.add("'json'");
        }
        if (request.form() != null) {
            keys.add("'form'");
        }
        if (request.basic() != null) {
            keys.add("'basic'");
        }
        String said = keys.isEmpty() ? "'headers'" : String.join(" and ", keys);
        return said + (request.equals(first) ? " below 'first'" : " below 'login'");
    }
}
