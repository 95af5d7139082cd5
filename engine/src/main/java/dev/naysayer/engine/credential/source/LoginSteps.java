package dev.naysayer.engine.credential.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A log-in: one request or several.
 *
 * @param before what is asked before, in its order
 * @param last the request whose answer ends the log-in
 */
record LoginSteps(List<Earlier> before, LoginRequest last) {

    /**
     * A request that goes before.
     *
     * @param keep what of its answer later requests say, by name
     */
    record Earlier(LoginRequest request, Map<String, AnswerPlace> keep) {

        Earlier {
            keep = Map.copyOf(keep);
        }
    }

    LoginSteps {
        before = List.copyOf(before);
    }

    /** What all of them keep. */
    Set<String> kept() {
        return before.stream().flatMap(it -> it.keep().keySet().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Which of them says who logs in: the last that says anything, since a page may be asked for behind it. */
    int login() {
        if (last.saysSomething()) {
            return before.size();
        }
        int login = before.size() - 1;
        while (login >= 0 && !before.get(login).request().saysSomething()) {
            login--;
        }
        return login < 0 ? before.size() : login;
    }

    /** Whether it goes before. */
    boolean isBefore(LoginRequest request) {
        return before.stream().anyMatch(it -> it.request().equals(request));
    }

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
        return said + (isBefore(request) ? " below 'first'" : " below 'login'");
    }
}
