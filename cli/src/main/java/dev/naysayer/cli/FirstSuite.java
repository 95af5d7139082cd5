package dev.naysayer.cli;

import dev.naysayer.dsl.TargetUrl;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A suite for whoever has none: it only reads, and says in comments where to go on.
 *
 * @param name what its file and its variables are called after
 * @param target the base URL, or null where a variable says it
 * @param scheme how credentials travel
 * @param operations method and path, {@code GET /orders/{id}}
 * @param path the values of their path parameters
 */
record FirstSuite(
        SuiteName name, @Nullable String target, Scheme scheme, List<String> operations, Map<String, String> path) {

    /** How credentials travel, as {@code --scheme} says it. */
    enum Scheme {
        BEARER(
                """
                  # A good token, by reference. Keys, clients and log-ins give tokens too, and with them more can be tested:
                  # docs/sources.md.
                  bearer:
                    token: {good: "${%s_TOKEN}"}
                """,
                "TOKEN",
                "carriage: core, jwt: core",
                "For tokens that are no JWTs write 'opaque: core' in place of 'jwt: core'."),
        BASIC("""
                  # A good account; its password by reference.
                  basic:
                    account: {user: naysayer, password: "${%s_PASSWORD}"}
                """, "PASSWORD", "carriage: core, basic: core", "'all' in place of 'core' brings more of them."),
        API_KEY("""
                  # In which header, query parameter or cookie the key travels; the key by reference.
                  api-key:
                    header: X-API-Key
                    token: {good: "${%s_KEY}"}
                """, "KEY", "carriage: core, api-key: core", "'all' in place of 'core' brings more of them.");

        private final String credential;
        private final String secret;
        private final String scenarios;
        private final String hint;

        Scheme(String credential, String secret, String scenarios, String hint) {
            this.credential = credential;
            this.secret = secret;
            this.scenarios = scenarios;
            this.hint = hint;
        }

        /** As a suite writes it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern OPERATION = Pattern.compile("([A-Z]+) (/\\S*)");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)}");
    private static final List<String> READING = List.of("GET", "HEAD");

    /** @throws Unusable where it would not be a suite that reads */
    FirstSuite {
        requireUrl(target);
        operations.forEach(it -> requireReading(it, path));
    }

    /** @throws Unusable where it is no base URL */
    static void requireUrl(@Nullable String target) {
        TargetUrl.fault(Objects.requireNonNullElse(target, "http://localhost")).ifPresent(fault -> {
            throw new Unusable("the base URL %s: write --target=https://api.example".formatted(fault));
        });
    }

    private static void requireReading(String operation, Map<String, String> path) {
        Matcher parts = OPERATION.matcher(operation);
        if (!parts.matches()) {
            throw new Unusable(
                    "'%s' is no operation: write method and path, --operation='GET /orders'".formatted(operation));
        }
        if (!READING.contains(parts.group(1))) {
            throw new Unusable(
                    "%s may change something, and a first suite only reads: write it into the suite yourself, with 'mutates: true'"
                            .formatted(operation));
        }
        PARAMETER
                .matcher(operation)
                .results()
                .map(it -> it.group(1))
                .filter(it -> !path.containsKey(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new Unusable(
                            "%s needs a value for {%s} that is there: --path=%s=…".formatted(operation, it, it));
                });
    }

    /** The variable that holds the secret. */
    String secret() {
        return "%s_%s".formatted(name.prefix(), scheme.secret);
    }

    /** The text of the file. */
    String yaml() {
        return """
                # yaml-language-server: $schema=suite.schema.json
                suite: %s API
                target: %s

                credentials:
                %s
                # Each gets one request with the good credential, and one for each way to be wrong. These only read. One that changes
                # something says so: - POST /%s: {scope: %s:write, mutates: true, control: 422, body: {}}
                operations:
                %s
                # Ways for a credential to be wrong; 'naysayer conditions' lists them, 'naysayer explain' tells what each means here.
                # %s
                scenarios: [%s]
                """.formatted(
                        name.title(),
                        target == null ? "${%s_URL:-http://localhost:8080}".formatted(name.prefix()) : target,
                        scheme.credential.formatted(name.prefix()),
                        name.text(),
                        name.text(),
                        listed(),
                        scheme.hint,
                        scheme.scenarios);
    }

    private String listed() {
        StringBuilder listed = new StringBuilder();
        for (String operation : operations) {
            listed.append("  - ").append(operation);
            TreeSet<String> names = new TreeSet<>();
            PARAMETER.matcher(operation).results().forEach(it -> names.add(it.group(1)));
            if (!names.isEmpty()) {
                listed.append(": {path: {");
                listed.append(String.join(
                        ", ",
                        names.stream()
                                .map(it -> it + ": " + quoted(path.getOrDefault(it, "")))
                                .toList()));
                listed.append("}}");
            }
            listed.append('\n');
        }
        return listed.toString();
    }

    /** A value is a text, whatever YAML makes of it without quotes. */
    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
