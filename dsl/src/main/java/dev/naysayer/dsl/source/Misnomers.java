package dev.naysayer.dsl.source;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Good names for things that have another one here: what authors write who have not read which, and what no likeness of letters leads to.
 * Each is offered only where the other name may stand.
 */
public final class Misnomers {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            // Schemes
            Map.entry("cookie", List.of("session", "api-key")),
            Map.entry("apikey", List.of("api-key")),
            Map.entry("jwt", List.of("bearer")),
            Map.entry("oauth2", List.of("bearer")),
            Map.entry("xsrf", List.of("csrf")),
            Map.entry("client-id", List.of("registration")),
            Map.entry("client-secret", List.of("registration")),
            // Keys
            Map.entry("endpoint", List.of("kind")),
            Map.entry("form", List.of("body")),
            Map.entry("json", List.of("body")),
            Map.entry("url", List.of("request", "target")),
            Map.entry("username", List.of("user")),
            Map.entry("scopes", List.of("scope")),
            Map.entry("security", List.of("requires")),
            // Conditions
            Map.entry("no-session", List.of("no-token")),
            Map.entry("no-credential", List.of("no-token")),
            Map.entry("no-credentials", List.of("no-token")),
            Map.entry("no-key", List.of("no-token")),
            Map.entry("no-cookie", List.of("no-token")),
            Map.entry("no-password", List.of("no-token")),
            Map.entry("ended-session", List.of("logged-out-session")),
            Map.entry("wrong-csrf-token", List.of("unknown-csrf-token")),
            Map.entry("invalid-token", List.of("unknown-token", "malformed-token", "bad-signature")),
            Map.entry("wrong-signature", List.of("bad-signature")));

    private Misnomers() {}

    /** What an author may have meant by this name, of all that may stand there. */
    public static List<String> meant(String name, Collection<String> known) {
        return NAMES.getOrDefault(name, List.of()).stream()
                .filter(known::contains)
                .toList();
    }

    /** Each name that is none, with those that are meant. */
    public static Map<String, List<String>> all() {
        return NAMES;
    }
}
