package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.dsl.source.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the list of keys says of a key is what the reader does with it. */
public class FormatTest {

    private static final Map<String, String> TOP = Map.of(
            "suite", "Orders API",
            "credentials",
                    "{token: {scheme: bearer, mint: {issuer: https://issuer.example, audience: a, key: \"${KEY}\"}},"
                            + " gateway-key: {scheme: api-key, header: X-Key, token: {good: \"${KEY}\"}}}",
            "requires", "[[token, gateway-key]]",
            "subjects", "{alice: {token: {mint: {subject: alice}}}, auditor: {token: {mint: {subject: otto}}}}",
            "allows", "[alice]",
            "operations", "[GET /orders]",
            "scenarios", "[no-token, expired-token]");

    /** What belongs to somebody stands in a path. */
    private static final Map<String, String> WITH_OBJECTS = Map.of(
            "subjects", "{alice: {token: {mint: {subject: alice}}}, bob: {token: {mint: {subject: bob}}}}",
            "objects", "{order: {alice: 1001, bob: 2001, absent: 9999}}",
            "operations", "[\"GET /orders/{order}\"]");

    @TempDir
    private Path folder;

    /** A suite in which a key of a form has a value. */
    public static String suite(Form form, String key, String value) {
        String entry = "{%s: %s}".formatted(key, value);
        if (form.equals(Format.SUITE)) {
            return suite(key, value);
        }
        if (form.equals(Format.ENVIRONMENT)) {
            return suite("environments", "{staging: %s}".formatted(entry));
        }
        if (form.equals(Format.OPERATION)) {
            if (key.equals("existence")) {
                return suite("operations", "[\"GET /orders/{order}\": %s]".formatted(entry));
            }
            String path = key.equals("path") ? "" : "path: {id: 1}, ";
            String body = key.equals("media-type")
                    ? "body: {a: b}, "
                    : key.equals("variables") ? "graphql: \"{ me }\", " : "";
            String method = key.equals("kind") ? "POST" : "GET";
            return suite(
                    "operations", "[\"%s /orders/{id}\": {%s%s%s]".formatted(method, path, body, entry.substring(1)));
        }
        if (form.equals(Format.DOCUMENT)) {
            String document = key.equals("openapi") ? "" : "openapi: openapi.yaml, ";
            String open = key.equals("public") ? "" : "public: [GET /health], ";
            return suite("operations", "{%s%s%s".formatted(document, open, entry.substring(1)));
        }
        if (form.equals(Format.CREDENTIAL)) {
            String scheme = key.equals("scheme") ? "" : "    scheme: bearer\n";
            return SuiteFiles.ORDERS
                    .replace("bearer:", "token:")
                    .replace("    mint:", "%s    %s: %s\n    mint:".formatted(scheme, key, value));
        }
        if (form.equals(Format.CONDITION)) {
            Map<String, String> others = Map.of("subject", "alice", "meaning", "x", "status", "403");
            return suite("conditions", "{suspended: {%s}}".formatted(entries(others, key, value, ", ")))
                    .replace("[no-token, expired-token]", "[no-token, expired-token, suspended]");
        }
        if (form.equals(Format.REFUSALS)) {
            return suite("refusals", entry);
        }
        if (form.equals(Format.BODY)) {
            return suite("refusals", "{body: %s}".formatted(entry));
        }
        if (form.equals(Format.VALUE)) {
            return suite("refusals", "{headers: {Retry-After: %s}, body: {/code: %s}}".formatted(entry, entry));
        }
        if (form.equals(Format.FROM_ANSWER)) {
            return suite(
                    "operations",
                    "[POST /mcp: {name: initialize, mutates: false}, GET /orders: {headers: {X-Session: %s}}]"
                            .formatted(entry));
        }
        if (form.equals(Format.SCENARIO)) {
            return suite("scenarios", "[no-token: %s]".formatted(entry));
        }
        if (form.equals(Format.GROUP)) {
            String take = key.equals("take") ? "" : "take: all, ";
            return suite("scenarios", "[jwt: {%s%s]".formatted(take, entry.substring(1)));
        }
        if (form.equals(Format.RULE_CHOICE)) {
            String others = key.equals("level") ? "because: x, " : "level: MUST, ";
            return suite("rules", "{nosniff: {%s%s}".formatted(others, entry.substring(1)));
        }
        if (form.equals(Format.BROWSERS)) {
            String origin = key.equals("origin") ? "" : "origin: https://app.example, ";
            return suite("browsers", "{%s%s".formatted(origin, entry.substring(1)));
        }
        Map<String, String> others = Map.of("rule", "nosniff", "owner", "me", "reason", "x", "until", "2026-12-31");
        return suite("waivers", "[{%s}]".formatted(entries(others, key, value, ", ")));
    }

    private static String suite(String key, String value) {
        Map<String, String> all = new HashMap<>(TOP);
        if (List.of("objects", "existence").contains(key) || value.matches(".*\\{order[:}].*")) {
            all.putAll(WITH_OBJECTS);
        }
        return entries(all, key, value, "\n");
    }

    private static String entries(Map<String, String> all, String key, String value, String between) {
        Stream<String> others =
                all.keySet().stream().filter(it -> !it.equals(key)).map(it -> it + ": " + all.get(it));
        return Stream.concat(others, Stream.of(key + ": " + value)).collect(Collectors.joining(between));
    }

    public static Stream<Arguments> keys() {
        return Format.FORMS.stream()
                .filter(form -> !List.of(Format.PROFILE, Format.WAIVERS, Format.SHARED_WAIVER, Format.LIMITS)
                        .contains(form))
                .flatMap(form -> form.keys().stream().map(key -> arguments(form, key)));
    }

    /** Behind the others anything may stand that they understand. */
    public static Stream<Arguments> keys_of_a_kind() {
        return keys().filter(it -> ((Key) it.get()[1]).kind() != Key.Kind.ANY);
    }

    @ParameterizedTest
    @MethodSource("keys_of_a_kind")
    void what_is_of_another_kind_is_a_problem(Form form, Key key) {
        assertThat(wrong(key))
                .allSatisfy(value ->
                        assertThat(read(suite(form, key.name(), value))).isInstanceOf(Reading.Unreadable.class));
    }

    public static List<String> wrong(Key key) {
        return switch (key.kind()) {
            case TEXT -> List.of("{a: b}", "[a]");
            case TEXTS -> List.of("{a: b}", "[{a: b}]");
            case MAPPING -> List.of("a", "[a]");
            case LIST -> List.of("a", "{a: b}");
            case ANY -> throw new AssertionError(key);
        };
    }

    /** Whether the example needs nothing else. */
    public static boolean isOfItself(Form form, Key key) {
        return Stream.of("…", ".yaml", ".json", ".csv").noneMatch(key.example()::contains)
                && !(form.equals(Format.WAIVER) && key.name().equals("scenario"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void the_example_is_right_and_no_key_is_without_one(Form form, Key key) {
        assertThat(key.example()).isNotEmpty();
        if (isOfItself(form, key)) {
            assertThat(read(suite(form, key.name(), key.example()))).isInstanceOf(Reading.Understood.class);
        }
    }

    private Reading read(String yaml) {
        write("openapi.yaml", """
                openapi: 3.1.1
                paths:
                  /orders/{orderId}: {get: {parameters: [{name: orderId, in: path, example: 7}]}}
                  /internal/caches: {get: {}}
                  /health: {get: {security: []}}
                """);
        write("untested.txt", "");
        return new SuiteFiles(folder).read(yaml);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
