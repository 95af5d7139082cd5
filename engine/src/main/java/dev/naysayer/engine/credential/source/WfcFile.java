package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.source.PlainYaml;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An authentication file of Web Fuzzing Commons: users, each completed by {@code authTemplate}. No message quotes what it holds. */
final class WfcFile {

    static final String FIXED = "fixedHeaders";

    private final Map<String, Map<String, Object>> users;

    private WfcFile(Map<String, Map<String, Object>> users) {
        this.users = users;
    }

    /** How something is found wrong with the file. */
    interface Faults {
        UnusableSource of(String message, String nextStep);
    }

    static WfcFile of(String text, Faults faults) throws UnusableSource {
        if (text.lines().anyMatch(line -> line.strip().matches("\\[\\[?[A-Za-z.]+]?]"))) {
            throw faults.of(
                    "the file is TOML",
                    "write it as YAML, which the other tools read, too: 'auth: [{name: alice, …}]'");
        }
        Object loaded = PlainYaml.load(text)
                .orElseThrow(() -> faults.of("the file is no YAML", "look at it with an editor that knows YAML"));
        if (!(loaded instanceof Map<?, ?> file) || !(file.get("auth") instanceof List<?> auth)) {
            throw faults.of(
                    "the file has no list 'auth' of users",
                    "name an authentication file of Web Fuzzing Commons: 'auth: [{name: alice, fixedHeaders: […]}]'");
        }
        Map<String, Object> template = mapping(file.get("authTemplate"));
        Map<String, Map<String, Object>> users = new LinkedHashMap<>();
        for (Object each : auth) {
            Map<String, Object> user = mapping(each);
            if (!(user.get("name") instanceof String name) || name.isBlank()) {
                throw faults.of("a user of the file has no name", "give each a 'name'");
            }
            if (users.put(name, completed(user, template)) != null) {
                throw faults.of("two users of the file are called '%s'".formatted(name), "give each a name of its own");
            }
        }
        return new WfcFile(users);
    }

    /** What the template says holds where the user does not say it. */
    private static Map<String, Object> completed(Map<String, Object> user, Map<String, Object> template) {
        Map<String, Object> whole = new LinkedHashMap<>(template);
        if (user.containsKey(FIXED) != user.containsKey(WfcLogin.KEY)) {
            // Whoever has one of the two has not the other one, whatever the others have.
            whole.remove(user.containsKey(FIXED) ? WfcLogin.KEY : FIXED);
        }
        user.forEach((key, value) -> whole.merge(
                key,
                value,
                (farther, nearer) -> farther instanceof Map<?, ?> && nearer instanceof Map<?, ?>
                        ? completed(mapping(nearer), mapping(farther))
                        : nearer));
        return whole;
    }

    /** A mapping by the names of its keys, without those that say nothing; empty where it is none. */
    static Map<String, Object> mapping(@Nullable Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> mapping) {
            mapping.forEach((key, member) -> {
                if (member != null) {
                    members.put(String.valueOf(key), member);
                }
            });
        }
        return members;
    }

    /** Header lines by their names, as the file writes them: a list of {@code name} and {@code value}. */
    static Map<String, String> headers(@Nullable Object value) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> {
                Map<String, Object> header = mapping(each);
                headers.put(String.valueOf(header.get("name")), String.valueOf(header.getOrDefault("value", "")));
            });
        }
        return headers;
    }

    /**
     * What is said of one user.
     *
     * @param name who, or null for the only one
     */
    Map<String, Object> user(@Nullable String name, Faults faults) throws UnusableSource {
        List<String> known = new ArrayList<>(users.keySet());
        String wanted = name == null && known.size() == 1 ? known.get(0) : name;
        Map<String, Object> user = wanted == null ? null : users.get(wanted);
        if (user == null) {
            throw faults.of(
                    name == null ? "the file has %d users".formatted(known.size()) : "the file has no such user",
                    known.isEmpty() ? "add one below 'auth'" : "say which with 'user': " + String.join(", ", known));
        }
        return user;
    }
}
